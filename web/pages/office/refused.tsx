import { Button } from "../../components/button.tsx";
import { refusedCopy } from "../../copy/office-refused.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

const refusals = ["role", "unit", "other_case", "not_assignee", "same_person"] as const;
export type Refusal = (typeof refusals)[number];
export const isRefusal = (code: string): code is Refusal => refusals.some((each) => each === code);

export interface RefusedProps {
  view: View;
  person: { name: string; unit: string };
  reason: Refusal;
  /** Says why in the words of what was asked for, where those of a case do not fit. */
  text?: string | undefined;
  /** What was written and could not be handed in. */
  typed?: string | undefined;
}

/** Why somebody may not see or do something, and that this is on record. */
export function RefusedPage({ view, person, reason, text, typed }: RefusedProps) {
  const words = refusedCopy(view.lang);
  return (
    <OfficePage view={view} title={words.title} person={person}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{text ?? words[reason]}</p>
      <p class="govuk-body">{words.recorded}</p>
      {typed ? (
        <>
          <p class="govuk-body">{words.typed}</p>
          <blockquote class="typed-text typed-text--kept">{typed}</blockquote>
        </>
      ) : null}
      <Button kind="secondary" href={paths.office()}>
        {words.back}
      </Button>
    </OfficePage>
  );
}
