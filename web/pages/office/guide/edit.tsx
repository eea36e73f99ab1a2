import type { Finding } from "../../../../functions/guide/guide.lint.ts";
import type { GuidePart, GuideSection } from "../../../../functions/guide/guide.section.ts";
import type { FormValues } from "../../../../functions/kit/form.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  NotificationBanner,
  showErrors,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import type { Stamp } from "../case-form.tsx";
import { WayBack } from "../way-back.tsx";
import type { FieldGround } from "./field-ground.tsx";
import { GuideFieldBox } from "./fields.tsx";
import { Count } from "./findings.tsx";
import { Rows } from "./rows.tsx";
import { labelOf } from "./words.ts";

export interface GuideEditPageProps {
  view: View;
  person: { name: string; unit: string };
  id: string;
  name: string;
  section: GuideSection;
  parts: readonly GuidePart[];
  /** All parts in their order, with how many findings each has. */
  sections: readonly { section: GuideSection; findings: number }[];
  values: FormValues;
  findings: readonly Finding[];
  /** The values that a dictionary allows, by its name. */
  choices: FieldGround["choices"];
  owners: readonly { id: string; name: string }[];
  stamp: Stamp;
  errors?: FieldErrors | undefined;
  changed?: boolean | undefined;
  done?: string | undefined;
}

/** One part of a guide as a form. Every button keeps what is written. */
export function GuideEditPage(props: GuideEditPageProps) {
  const { view, person, id, name, section, changed, done } = props;
  const { common } = copy(view.lang);
  const { desk, fields } = guideDeskCopy(view.lang);
  const shown = shownErrors(props);
  const title = fields.sections[section];
  return (
    <OfficePage
      view={view}
      title={desk.editor.titleOf(title, name)}
      person={person}
      current="guides"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeGuide(id)} text={desk.backToGuide} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {changed ? (
        <NotificationBanner title={common.important} role="alert">
          <p class="govuk-notification-banner__heading">{desk.changed.title}</p>
          <p class="govuk-body">{desk.changed.text}</p>
        </NotificationBanner>
      ) : null}
      {done === "saved" || done === "start" ? (
        <NotificationBanner title={common.success} kind="success" text={desk.done[done]} />
      ) : null}
      <p class="govuk-caption-l">{name}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      <div class="guide-edit">
        <EditForm {...props} />
        <PartsNav {...props} />
      </div>
    </OfficePage>
  );
}

function shownErrors({ view, errors = [] }: GuideEditPageProps) {
  const copies = guideDeskCopy(view.lang);
  const labels = Object.fromEntries(errors.map(({ field }) => [field, labelOf(field, copies)]));
  return showErrors(errors, { copy: copy(view.lang), labels, sentences: copies.fields.errors });
}

function PartsNav({ view, id, section, sections }: GuideEditPageProps) {
  const { desk, fields } = guideDeskCopy(view.lang);
  return (
    <nav class="guide-edit__parts" aria-label={desk.editor.nav}>
      <ol class="parts">
        {sections.map((each) => (
          <li>
            <a
              class="parts__link"
              href={paths.officeGuideEdit(id, each.section)}
              aria-current={each.section === section ? "page" : undefined}
            >
              {fields.sections[each.section]}
              {each.findings > 0 ? <Count count={each.findings} lang={view.lang} /> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function EditForm(props: GuideEditPageProps) {
  const { view, id, section, parts, sections, values, findings, choices, owners, stamp } = props;
  const { desk, fields } = guideDeskCopy(view.lang);
  const shown = shownErrors(props);
  const ground: FieldGround = { lang: view.lang, values, findings, choices, owners, errorAt: shown.at };
  const next = sections[sections.findIndex((each) => each.section === section) + 1]?.section;
  return (
    <form method="post" action={paths.officeGuideEdit(id, section)} class="guide-edit__form" novalidate>
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {/* Enter in a field presses the first button of a form: it must be the harmless one. */}
      <button type="submit" name="intent" value="save" hidden />
      {parts.map((part) =>
        "list" in part ? (
          <Rows part={part} ground={ground} />
        ) : (
          <GuideFieldBox field={part} name={part.name} ground={ground} />
        ),
      )}
      <ButtonGroup>
        <Button name="intent" value="next" preventDoubleClick>
          {next === undefined ? desk.editor.last : desk.editor.next(fields.sections[next])}
        </Button>
        <Button kind="secondary" name="intent" value="save">
          {desk.editor.save}
        </Button>
      </ButtonGroup>
    </form>
  );
}
