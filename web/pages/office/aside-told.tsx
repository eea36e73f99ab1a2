import type { Told } from "../../../functions/office/aside.preview.ts";
import { SummaryList } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";
import { formatDay } from "../../words.ts";

export interface ToldBeforehandProps {
  lang: Language;
  told: Told;
  /** What was typed, carried on to the button that sends it. */
  values: Readonly<Record<string, string>>;
}

/** The notice of a fee as the applicant will read it, with what was typed carried along. */
export function ToldBeforehand({ lang, told: { data, mark }, values }: ToldBeforehandProps) {
  const { aside } = officeCopy(lang);
  const { notify_fee: words } = aside.acts;
  return (
    <>
      <h2 class="govuk-heading-m">{aside.told.title}</h2>
      <SummaryList
        class="dense"
        rows={[
          { key: words.fields.scheme.label, value: aside.choices.scheme?.[data.scheme] ?? data.scheme },
          { key: aside.told.basis, value: <span lang="zh-Hans">{data.basis}</span> },
          { key: aside.told.amount, value: <strong>{aside.told.yuan(data.feeYuan)}</strong> },
          { key: aside.told.until, value: formatDay(data.until, lang) },
          { key: words.fields.payment.label, value: <span class="typed-text">{data.payment}</span> },
        ]}
      />
      {(["scheme", "pages", "payment"] as const).map((name) => (
        <input type="hidden" name={name} value={values[name] ?? ""} />
      ))}
      <input type="hidden" name="seen" value={mark} />
    </>
  );
}
