import type { FormValues } from "../../../../functions/kit/form.ts";
import type { FieldErrors } from "../../../components/index.ts";
import { Button, ErrorSummary, Input, Radios, Select, showErrors } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { WayBack } from "../way-back.tsx";
import { valueAt } from "./field-ground.tsx";
import { labelOf, termOf } from "./words.ts";

export interface GuideNewPageProps {
  view: View;
  person: { name: string; unit: string };
  values: FormValues;
  /** Kinds of services, as the dictionary has them. */
  kinds: readonly { value: string; name: string }[];
  errors?: FieldErrors | undefined;
}

/** The beginning of a guide: what it is known by, and its name. */
export function GuideNewPage({ view, person, values, kinds, errors = [] }: GuideNewPageProps) {
  const { common } = copy(view.lang);
  const copies = guideDeskCopy(view.lang);
  const words = copies.desk.beginning;
  const labels = Object.fromEntries(errors.map(({ field }) => [field, labelOf(field, copies)]));
  const shown = showErrors(errors, { copy: copy(view.lang), labels, sentences: copies.fields.errors });
  const box = (name: string) => ({
    name,
    label: labelOf(name, copies),
    value: valueAt(values, name),
    error: shown.at(name),
  });
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="guides"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeGuides()} text={copies.desk.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <form method="post" action={paths.officeGuideNew()} class="guide-edit__form" novalidate>
        <Radios
          name="codeScheme"
          legend={{ text: labelOf("codeScheme", copies) }}
          items={[
            { value: "national", label: words.scheme.national },
            { value: "other", label: words.scheme.other },
          ]}
          value={valueAt(values, "codeScheme") || "national"}
          error={shown.at("codeScheme")}
        />
        <Input {...box("taskCode")} spellcheck={false} autocomplete="off" />
        <Input {...box("taskHandleItem")} hint={words.handleItemHint} spellcheck={false} autocomplete="off" />
        <Input {...box("taskName")} hint={copies.fields.hints.taskName} />
        <Select
          {...box("taskType")}
          options={[
            { value: "", text: copies.fields.choose },
            ...kinds.map((kind) => ({ value: kind.value, text: termOf(kind.name, copies) })),
          ]}
        />
        <Input {...box("deptName")} />
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </OfficePage>
  );
}
