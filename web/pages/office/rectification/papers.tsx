import type { RectificationView } from "../../../../functions/rectification/rectification.service.ts";
import { Card, SummaryList } from "../../../components/index.ts";
import { disclosureCopy } from "../../../copy/disclosure.ts";
import { officeCopy } from "../../../copy/office.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { rectificationCopy } from "../../../copy/rectification.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { answerWords } from "../../apply/check.tsx";
import { FileList } from "../case-application.tsx";
import type { OfficeRectificationProps } from "./case.tsx";

/** What is wrong and right, the evidence, who asks, and what was decided. */
export function Papers(props: OfficeRectificationProps) {
  const { lang } = props.view;
  const { head, application, masked } = props.record;
  const words = officeRectificationCopy(lang);
  const own = rectificationCopy(lang).fields;
  const typed = (value: string) => <div class="typed-text">{value}</div>;
  return (
    <>
      <Decision {...props} />
      <Card title={words.what}>
        <SummaryList
          class="dense"
          rows={[
            { key: own.record.short, value: typed(application.record) },
            { key: own.wrong.short, value: typed(application.wrong) },
            { key: own.right.short, value: typed(application.right) },
          ]}
        />
      </Card>
      <Card title={words.evidence}>
        {head.attachments.length === 0 ? (
          <p class="muted">{words.noEvidence}</p>
        ) : (
          <FileList
            lang={lang}
            reference={head.reference}
            files={head.attachments}
            downloads={props.may.attachments}
            hrefOf={(file) => paths.officeRectificationFile(head.reference, file)}
          />
        )}
      </Card>
      <Card title={words.who}>
        <p class="muted">{masked ? officeCopy(lang).case.masked : officeCopy(lang).case.personal}</p>
        <Who lang={lang} application={application} />
      </Card>
    </>
  );
}

const personal = [
  "applicantKind",
  "name",
  "legalRepresentative",
  "contactName",
  "identityKind",
  "identityNumber",
  "phone",
  "email",
  "address",
  "postcode",
] as const;

function Who({ lang, application }: { lang: Language; application: RectificationView["application"] }) {
  const { fields } = disclosureCopy(lang);
  const rows = personal.flatMap((field) => {
    const value = application[field];
    const name = field === "name" && application.applicantKind !== "person" ? "organisationName" : field;
    return value === undefined ? [] : [{ key: fields[name].short, value: answerWords(field, value, lang) }];
  });
  return <SummaryList class="dense" rows={rows} />;
}

/** What is proposed, or what was answered. */
function Decision({ view: { lang }, record: { head } }: OfficeRectificationProps) {
  const words = officeRectificationCopy(lang);
  const { outcomes } = rectificationCopy(lang);
  const said = head.answer ?? head.proposal;
  if (said === undefined) return null;
  return (
    <Card title={head.answer ? words.answer : words.proposal}>
      {head.returnedReason ? (
        <p class="govuk-body">
          <strong>{words.returned}</strong> <span class="typed-text">{head.returnedReason}</span>
        </p>
      ) : null}
      <SummaryList
        class="dense"
        rows={[
          { key: words.outcome, value: outcomes[said.outcome] },
          ...(said.organ ? [{ key: words.organ, value: <div class="typed-text">{said.organ}</div> }] : []),
          { key: words.reply, value: <div class="typed-text">{said.reply}</div> },
          ...(head.answer ? [{ key: words.answeredOn, value: formatDay(head.answer.on, lang) }] : []),
          ...(head.proposal ? [{ key: words.proposedBy, value: head.proposal.by.name }] : []),
        ]}
      />
    </Card>
  );
}
