import type { Answer } from "../../../functions/disclosure/disclosure.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { paths } from "../../paths.ts";
import type { CheckStepProps } from "../apply/check.tsx";
import { CheckFrame } from "../apply/check.tsx";

export function CheckPage(props: CheckStepProps<Answer>) {
  const { check, attachments, fields, title } = disclosureCopy(props.view.lang);
  const { answers, files } = props;
  const email = answers.find(({ field }) => field === "email")?.value;
  return (
    <CheckFrame
      {...props}
      form={title}
      title={check.title}
      submit={check.submit}
      parts={[
        { title: check.applicant, pages: ["applicant", "name", "organisation", "identity"] },
        { title: check.information, pages: ["unit", "information"] },
        { title: check.delivery, pages: ["delivery", "contact", "address"] },
      ]}
      names={fields}
      filesRow={{
        title: check.attachments,
        key: files.length > 0 ? attachments.list(files.length) : check.attachments,
        none: check.noAttachments,
        hidden: check.attachments,
      }}
      at={{ apply: paths.disclosureApply, change: paths.disclosureChange, files: "attachments" }}
    >
      <p>{email ? check.noticeEmail : check.noticeNone}</p>
      <p class="muted">{check.declaration}</p>
    </CheckFrame>
  );
}
