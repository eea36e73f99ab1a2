import type { Finding } from "../../../../functions/guide/guide.lint.ts";
import { Card, Tag } from "../../../components/index.ts";
import type { GuideDeskCopy } from "../../../copy/office-guide.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import type { GuidePageProps } from "./guide.tsx";
import { fieldName } from "./words.ts";

/** What the linter found, each finding leading to where it is put right. */
export function Findings({ view, head, current, findings, mayWrite, sections }: GuidePageProps) {
  const copies = guideDeskCopy(view.lang);
  const words = copies.desk.findings;
  const open = current.state === "draft" && mayWrite;
  const none = current.state === "draft" ? words.none : words.noneLive;
  return (
    <Card title={words.title}>
      {findings.length === 0 ? <p class="govuk-body">{none}</p> : null}
      {findings.length === 0 ? null : (
        <ul class="findings">
          {findings.map((finding) => (
            <li class="findings__one">
              <FindingTag finding={finding} copies={copies} />
              <span>
                <Where
                  field={finding.field}
                  href={open ? addressOf(head.id, finding.field, sections) : undefined}
                  copies={copies}
                />
                <span class="findings__what">{sentenceOf(finding, copies)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Where({ field, href, copies }: { field: string; href: string | undefined; copies: GuideDeskCopy }) {
  const name = fieldName(field, copies);
  if (href === undefined) return <>{name}</>;
  return (
    <a class="govuk-link" href={href}>
      {name}
    </a>
  );
}

function FindingTag({ finding, copies }: { finding: Finding; copies: GuideDeskCopy }) {
  const isError = finding.severity === "error";
  return <Tag colour={isError ? "red" : "yellow"}>{copies.desk.findings[finding.severity]}</Tag>;
}

/** What the linter says of a field, in a sentence. */
export function sentenceOf(finding: Finding, { fields }: GuideDeskCopy): string {
  const code = finding.code === "required" && finding.severity === "warning" ? "missing" : finding.code;
  return Object.hasOwn(fields.findings, code) ? (fields.findings[code] ?? code) : code;
}

/** The field itself, in the form of its part. A whole list leads to the form, because a list has no box of its own. */
function addressOf(id: string, field: string, sections: GuidePageProps["sections"]): string | undefined {
  const found = sections.find((each) => each.fields.includes(field.split(".")[0] ?? field));
  return found === undefined ? undefined : `${paths.officeGuideEdit(id, found.section)}#${field}`;
}

/** The parts in which it is written, with how many findings each has. */
export function Parts({ view, head, current, sections, mayWrite }: GuidePageProps) {
  const { desk, fields } = guideDeskCopy(view.lang);
  if (current.state !== "draft" || !mayWrite) return null;
  return (
    <Card title={desk.parts}>
      <p class="govuk-hint">{desk.partsHint}</p>
      <ol class="parts">
        {sections.map(({ section, findings }) => (
          <li>
            <a class="parts__link" href={paths.officeGuideEdit(head.id, section)}>
              {fields.sections[section]}
              {findings > 0 ? <Count count={findings} lang={view.lang} /> : null}
            </a>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export function Count({ count, lang }: { count: number; lang: Language }) {
  return <Tag colour="yellow">{guideDeskCopy(lang).desk.editor.count(count)}</Tag>;
}
