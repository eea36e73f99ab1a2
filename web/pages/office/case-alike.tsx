import { Card } from "../../components/index.ts";
import { officeAlikeCopy } from "../../copy/office-alike.ts";
import { alikePaths } from "../../paths.alike.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

/** Who else asks for the same, and what else the same applicant has asked for. */
export interface AlikeShown {
  readonly alike:
    | {
        readonly id: string;
        readonly others: number;
        readonly suggested: number;
        readonly decision?: { readonly kind: "propose" | "dismiss" } | undefined;
      }
    | undefined;
  /** Other requests of the same applicant in the unit, for who may know who asks; more than `most` are many. */
  readonly same: { readonly count: number; readonly most: number } | undefined;
}

export function AlikeCard({
  lang,
  reference,
  alike,
  same,
}: AlikeShown & { lang: Language; reference: string }) {
  const words = officeAlikeCopy(lang).onCase;
  const asked = alike !== undefined && (alike.others > 0 || alike.suggested > 0) ? alike : undefined;
  const many = same !== undefined && same.count > 0 ? same : undefined;
  if (asked === undefined && many === undefined) return null;
  return (
    <Card title={words.title}>
      {asked ? (
        <>
          {asked.others > 0 ? <p class="govuk-body">{words.others(asked.others)}</p> : null}
          {asked.suggested > 0 ? <p class="govuk-body">{words.suggested}</p> : null}
          {asked.decision ? <p class="govuk-body">{words.decided[asked.decision.kind]}</p> : null}
          <p class="govuk-body">
            <a class="govuk-link" href={alikePaths.one(asked.id)}>
              {words.link}
            </a>
          </p>
        </>
      ) : null}
      {many ? (
        <p class="govuk-body">
          {many.count > many.most ? words.sameMany : words.same(many.count)}{" "}
          <a class="govuk-link" href={paths.officeSameApplicant(reference)}>
            {words.sameLink}
          </a>
        </p>
      ) : null}
    </Card>
  );
}
