import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { ProblemProps } from "../problem.tsx";
import { ProblemBody, problemTitle } from "../problem.tsx";

/** What happened and what to do, in the office's frame without its navigation. */
export function OfficeProblemPage(props: ProblemProps) {
  const { view, status } = props;
  return (
    <OfficePage view={view} title={problemTitle(view, status)}>
      <ProblemBody {...props} href={paths.office()} />
    </OfficePage>
  );
}
