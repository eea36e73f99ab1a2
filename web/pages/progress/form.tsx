import type { FieldErrors } from "../../components/index.ts";
import { Button, Details, ErrorSummary, Fieldset, Input, showErrors } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface ProgressFormProps {
  view: View;
  typed: { number: string; code: string; phone: string };
  errors: FieldErrors;
  phone?: string | undefined;
}

/** A number, and what proves that it is one's own. */
export function ProgressFormPage({ view, typed, errors, phone }: ProgressFormProps) {
  const words = copy(view.lang);
  const { form, ...own } = progressCopy(view.lang);
  const labels = { number: form.number, code: form.code, phone: form.phone };
  const shown = showErrors(errors, { copy: words, labels, sentences: own.errors });
  const code = (
    <Input
      name="code"
      label={form.code}
      hint={form.codeHint}
      value={typed.code}
      width={10}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      error={shown.at("code")}
    />
  );
  const last4 = (
    <Input
      name="phone"
      label={form.phone}
      hint={form.phoneHint}
      value={typed.phone}
      width={5}
      inputmode="numeric"
      autocomplete="off"
      error={shown.at("phone")}
    />
  );
  return (
    <Page view={view} title={own.title} error={shown.any} current="progress" phone={phone}>
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{form.lead}</p>
      <form method="post" action={paths.progress()} novalidate>
        <Input
          name="number"
          label={form.number}
          labelSize="m"
          hint={form.numberHint}
          value={typed.number}
          width={30}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          error={shown.at("number")}
        />
        <Fieldset legend={{ text: form.proof, size: "m" }}>
          {code}
          <p class="govuk-body">{form.or}</p>
          {last4}
        </Fieldset>
        <p class="muted">{form.limit}</p>
        <Button preventDoubleClick>{form.button}</Button>
      </form>
      <Details summary={form.lost}>
        <ul class="govuk-list govuk-list--bullet">
          {form.lostLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
    </Page>
  );
}
