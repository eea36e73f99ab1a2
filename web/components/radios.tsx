import type { ChoicesProps } from "./choices.tsx";
import { Choices } from "./choices.tsx";

export interface RadiosProps extends ChoicesProps {
  value?: string | undefined;
}

export function Radios({ value, ...props }: RadiosProps) {
  return <Choices {...props} kind="radios" checked={value ? [value] : []} />;
}
