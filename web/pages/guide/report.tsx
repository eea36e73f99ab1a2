import type { ReportKind } from "../../../functions/guide/guide.report.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import type { FieldErrors } from "../../components/field-errors.ts";
import { showErrors } from "../../components/field-errors.ts";
import { Input } from "../../components/input.tsx";
import { Panel } from "../../components/panel.tsx";
import { Radios } from "../../components/radios.tsx";
import { Textarea } from "../../components/textarea.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { Said } from "./said.tsx";

const kinds: readonly ReportKind[] = [
  "address",
  "phone",
  "materials",
  "limits",
  "conditions",
  "link",
  "other",
];

export interface ReportProps {
  view: View;
  id: string;
  name: string;
  typed: { kind: string; text: string; contact: string };
  errors: FieldErrors;
  phone?: string | undefined;
}

/** "This guide is wrong": what, and how it really is. No name is asked for, so that none is kept. */
export function GuideReportPage({ view, id, name, typed, errors, phone }: ReportProps) {
  const { report: words } = guideCopy(view.lang);
  const all = copy(view.lang);
  const labels = { kind: words.kind, text: words.text, contact: words.contact };
  const shown = showErrors(errors, { copy: all, labels, sentences: words.errors });
  return (
    <Page
      view={view}
      title={words.title}
      error={shown.any}
      back={paths.guide(id)}
      current="guides"
      task
      phone={phone}
    >
      {shown.any ? <ErrorSummary title={all.common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">
        <Said view={view}>{name}</Said>
      </p>
      <p class="govuk-body">{words.lead}</p>
      <form method="post" action={paths.guideReport(id)} novalidate>
        <Radios
          name="kind"
          legend={{ text: words.kind, size: "m" }}
          items={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={typed.kind}
          error={shown.at("kind")}
        />
        <Textarea
          name="text"
          label={words.text}
          labelSize="m"
          hint={words.textHint}
          value={typed.text}
          maxlength={500}
          error={shown.at("text")}
        />
        <Input
          name="contact"
          label={all.common.optional(words.contact)}
          labelSize="m"
          hint={words.contactHint}
          value={typed.contact}
          width={20}
          maxlength={100}
          error={shown.at("contact")}
        />
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </Page>
  );
}

export interface ReportedProps {
  view: View;
  id: string;
  name: string;
  phone?: string | undefined;
}

export function GuideReportedPage({ view, id, name, phone }: ReportedProps) {
  const words = guideCopy(view.lang).report;
  return (
    <Page view={view} title={words.done} current="guides" phone={phone}>
      <Panel title={words.done}>
        <p>
          <Said view={view}>{name}</Said>
        </p>
        <p>{words.doneLead}</p>
      </Panel>
      <Button href={paths.guide(id)} kind="secondary">
        {words.back}
      </Button>
    </Page>
  );
}
