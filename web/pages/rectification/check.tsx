import type { RectificationAnswer } from "../../../functions/rectification/rectification.form.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { paths } from "../../paths.ts";
import type { CheckStepProps } from "../apply/check.tsx";
import { CheckFrame } from "../apply/check.tsx";

export function RectificationCheckPage(props: CheckStepProps<RectificationAnswer>) {
  const { check, evidence, fields, title } = rectificationCopy(props.view.lang);
  return (
    <CheckFrame
      {...props}
      form={title}
      title={check.title}
      submit={check.submit}
      parts={[
        { title: check.record, pages: ["unit", "record"] },
        { title: check.applicant, pages: ["applicant", "name", "organisation", "identity"] },
        { title: check.contact, pages: ["contact", "address"] },
      ]}
      names={{ ...disclosureCopy(props.view.lang).fields, ...fields }}
      filesRow={{
        title: check.evidence,
        key: check.evidence,
        none: evidence.none,
        hidden: check.evidence,
      }}
      at={{ apply: paths.rectificationApply, change: paths.rectificationChange, files: "evidence" }}
    >
      <p class="muted">{check.declaration}</p>
    </CheckFrame>
  );
}
