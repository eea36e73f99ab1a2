import type { AsideAction } from "../../../functions/disclosure/disclosure.aside.ts";
import type { DisclosureHead } from "../../../functions/disclosure/disclosure.case.ts";
import type { Refused } from "../../../functions/disclosure/disclosure.turn.ts";
import { Button } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { lawWords } from "./law-words.ts";

export interface AsideClosedProps {
  view: View;
  person: { name: string; unit: string };
  head: DisclosureHead;
  action: AsideAction;
  /** Undefined when it has just been opened again. */
  why: Refused | undefined;
}

/** Why an act is not open now, with the provision that says so, and the way back to the case. */
export function AsideClosedPage({ view, person, head, action, why }: AsideClosedProps) {
  const { lang } = view;
  const { aside } = officeCopy(lang);
  const { title } = aside.acts[action];
  return (
    <OfficePage view={view} title={aside.closed(title)} person={person} current="queue">
      <h1 class="govuk-heading-l">{aside.closed(title)}</h1>
      <p class="govuk-body">{lawWords(why?.code ?? "out_of_turn", why?.basis, lang)}</p>
      <Button kind="secondary" href={paths.officeCase(head.reference)}>
        {aside.back}
      </Button>
    </OfficePage>
  );
}
