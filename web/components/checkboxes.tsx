import type { ChoicesProps } from "./choices.tsx";
import { Choices } from "./choices.tsx";

export interface CheckboxesProps extends ChoicesProps {
  values?: readonly string[] | undefined;
}

export function Checkboxes({ values, ...props }: CheckboxesProps) {
  return <Choices {...props} kind="checkboxes" checked={values ?? []} />;
}
