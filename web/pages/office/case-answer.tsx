import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { Delivery } from "../../../functions/disclosure/disclosure.delivery.ts";
import type { Outcome } from "../../../functions/disclosure/disclosure.outcome.ts";
import { Card, InsetText, SummaryList } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { basisWords } from "../progress/article.ts";
import { FileList } from "./case-application.tsx";

export interface AnswerCardProps {
  lang: Language;
  reference: string;
  outcome: Outcome | undefined;
  reply: string;
  /** Whose matter it is (Art. 36(5)). */
  pointer?: string | undefined;
  files: readonly CaseFile[];
  downloads: boolean;
  /** Who wrote a proposal; absent for an answer. */
  by?: string | undefined;
  /** The day of the answer; absent for a proposal. */
  on?: string | undefined;
  /** How the answer went out; absent for a proposal. */
  delivery?: Delivery | undefined;
  /** What proves the day, for who may see it. */
  proof?: string | undefined;
  /** Why the proposal was sent back. */
  returned?: string | undefined;
}

/** A proposed answer, or the answer: the same document before and after it goes out. */
export function AnswerCard(props: AnswerCardProps) {
  const { lang, outcome, reply, pointer, files, by, on, returned, delivery, proof } = props;
  const { case: words, action } = officeCopy(lang);
  const { answer } = action;
  const basis = basisWords(outcome?.articles ?? [], lang);
  return (
    <Card title={on ? words.answer : words.proposal} id="proposal">
      {returned ? (
        <InsetText>
          <strong>{words.returned}</strong>
          <p class="govuk-body typed-text">{returned}</p>
        </InsetText>
      ) : null}
      <SummaryList
        class="dense"
        rows={[
          {
            key: words.outcome,
            value: (
              <>
                {outcome?.label[lang]}
                {basis ? <p class="muted">{words.legalBasis(basis)}</p> : null}
              </>
            ),
          },
          ...(by ? [{ key: words.proposedBy, value: by }] : []),
          ...(on ? [{ key: words.answeredOn, value: formatDay(on, lang) }] : []),
          ...(delivery ? [{ key: answer.delivery, value: answer.deliveries[delivery] }] : []),
          ...(proof ? [{ key: answer.proof, value: proof }] : []),
          // An old register may say that there was an answer, and not which.
          ...(reply === "" ? [] : [{ key: words.reply, value: <div class="typed-text">{reply}</div> }]),
          ...(pointer
            ? [{ key: action.proposal.pointer, value: <div class="typed-text">{pointer}</div> }]
            : []),
        ]}
      />
      {files.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">{words.replyFiles}</h3>
          <FileList {...props} />
        </>
      ) : null}
    </Card>
  );
}
