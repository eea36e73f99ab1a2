import type { ContentText, GuideContent } from "../../../../functions/guide/guide.content.ts";
import type { Change } from "../../../../functions/guide/guide.difference.ts";
import type { GuideVersion } from "../../../../functions/guide/guide.record.ts";
import { SummaryList, Table, Tag } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import { WayBack } from "../way-back.tsx";
import { StateTag } from "./state.tsx";
import { fieldName, labelOf, saidIn } from "./words.ts";

export interface GuideVersionPageProps {
  view: View;
  person: { name: string; unit: string };
  version: GuideVersion;
  /** The version it is compared with; undefined for the first. */
  against: number | undefined;
  changes: readonly Change[];
  content: readonly GuideContent[];
}

/** What a reviewer reads: what changed, before and after, and then all of it. */
export function GuideVersionPage({
  view,
  person,
  version,
  against,
  changes,
  content,
}: GuideVersionPageProps) {
  const copies = guideDeskCopy(view.lang);
  const words = copies.desk.difference;
  const name = version.guide.taskName;
  const authors = version.authors.map((one) => one.name).join(view.lang === "zh" ? "、" : ", ");
  return (
    <OfficePage
      view={view}
      title={`${words.titleOf(version.n, name)} - ${words.title}`}
      person={person}
      current="guides"
      before={
        <WayBack lang={view.lang} href={paths.officeGuide(version.id)} text={copies.desk.backToGuide} />
      }
    >
      <h1 class="govuk-heading-l" lang={saidIn(name, view.lang)}>
        {words.titleOf(version.n, name)}
      </h1>
      <p class="govuk-body">
        <StateTag state={version.state} lang={view.lang} /> {words.by(authors)}
      </p>
      <section aria-labelledby="changes">
        <h2 class="govuk-heading-m" id="changes">
          {words.title}
        </h2>
        {against === undefined ? <p class="govuk-body">{words.first}</p> : null}
        {against !== undefined && changes.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
        {against !== undefined && changes.length > 0 ? (
          <Changes changes={changes} against={against} lang={view.lang} />
        ) : null}
      </section>
      <section aria-labelledby="content">
        <h2 class="govuk-heading-m" id="content">
          {words.content}
        </h2>
        {content.map((part) => (
          <SummaryList
            class="dense"
            card={{ title: copies.fields.sections[part.section], headingLevel: 3 }}
            rows={part.rows.map((row) => ({
              key: <Field field={row.field} lang={view.lang} />,
              value:
                "parts" in row ? (
                  <RowText parts={row.parts} lang={view.lang} />
                ) : (
                  <Text {...row} lang={view.lang} />
                ),
            }))}
          />
        ))}
      </section>
    </OfficePage>
  );
}

function Text({ text, lang }: { text: string; lang: Language }) {
  return (
    <span class="typed-text" lang={saidIn(text, lang)}>
      {text}
    </span>
  );
}

/** A row of a list: what names it first, then each field with its label. */
function RowText({ parts, lang }: { parts: readonly ContentText[]; lang: Language }) {
  const copies = guideDeskCopy(lang);
  const [name, ...rest] = parts;
  return (
    <>
      <strong>
        <Text text={name?.text ?? ""} lang={lang} />
      </strong>
      {rest.map(({ field, text }) => (
        <span class="row-text">
          <span class="muted">{labelOf(field, copies)}</span> <Text text={text} lang={lang} />
        </span>
      ))}
    </>
  );
}

export function Changes({
  changes,
  against,
  lang,
}: {
  changes: readonly Change[];
  against: number;
  lang: Language;
}) {
  const copies = guideDeskCopy(lang);
  const words = copies.desk.difference;
  return (
    <Table
      cards
      class="changes"
      caption={<span class="govuk-visually-hidden">{words.caption(against)}</span>}
      head={[{ content: words.field }, { content: words.before }, { content: words.after }]}
      rows={changes.map(({ field, before, after }) => [
        { content: <Field field={field} lang={lang} />, class: "changes__field" },
        {
          content:
            before === undefined ? (
              <Tag colour="green">{words.added}</Tag>
            ) : (
              <del class="typed-text" lang={saidIn(before, lang)}>
                {before}
              </del>
            ),
          label: words.before,
        },
        {
          content:
            after === undefined ? (
              <Tag colour="red">{words.gone}</Tag>
            ) : (
              <ins class="typed-text" lang={saidIn(after, lang)}>
                {after}
              </ins>
            ),
          label: words.after,
        },
      ])}
    />
  );
}

/** A field's name may hold the name of a row, which the office wrote. */
function Field({ field, lang }: { field: string; lang: Language }) {
  const name = fieldName(field, guideDeskCopy(lang));
  return <span lang={saidIn(name, lang)}>{name}</span>;
}
