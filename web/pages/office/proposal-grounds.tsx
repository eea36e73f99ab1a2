import type { ShownErrors } from "../../components/index.ts";
import { Select, Textarea } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { View } from "../../view.ts";
import { formatReference } from "../../words.ts";
import type { ProposalDraft } from "./proposal-parts.tsx";

export interface GroundsProps {
  view: View;
  draft: ProposalDraft;
  objected: boolean;
  earlier: readonly { reference: string; title: string }[];
  shown: ShownErrors;
}

/** What some outcomes need besides the reply; shown where the case can have them. */
export function Grounds({ view, draft, objected, earlier, shown }: GroundsProps) {
  const words = officeCopy(view.lang).action.proposal;
  const needsEarlier = earlier.length > 0 || shown.at("earlier") !== undefined;
  return (
    <>
      <Textarea
        name="pointer"
        label={words.pointer}
        labelSize="s"
        hint={words.pointerHint}
        rows={2}
        value={draft.pointer}
        error={shown.at("pointer")}
      />
      {needsEarlier ? (
        <Select
          name="earlier"
          label={words.earlier}
          labelSize="s"
          hint={words.earlierHint}
          value={draft.earlier}
          options={[
            { value: "", text: words.noEarlier },
            ...earlier.map(({ reference, title }) => ({
              value: reference,
              text: `${formatReference(reference)} ${title}`,
            })),
          ]}
          error={shown.at("earlier")}
        />
      ) : null}
      {objected ? (
        <Textarea
          name="objection"
          label={words.objection}
          labelSize="s"
          hint={words.objectionHint}
          rows={4}
          value={draft.objection}
          error={shown.at("objection")}
        />
      ) : null}
    </>
  );
}
