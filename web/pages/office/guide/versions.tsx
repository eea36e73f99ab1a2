import type { GuideVersion } from "../../../../functions/guide/guide.record.ts";
import { Table } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import type { GuidePageProps } from "./guide.tsx";
import { StateTag } from "./state.tsx";

/** Every version with who wrote and who reviewed it, each leading to its content and changes. */
export function Versions({ view, head, versions }: GuidePageProps) {
  const words = guideDeskCopy(view.lang).desk.versions;
  return (
    <section aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        {words.title}
      </h2>
      <Table
        cards
        caption={<span class="govuk-visually-hidden">{words.caption}</span>}
        head={[
          { content: words.version },
          { content: words.state },
          { content: words.authors },
          { content: words.approver },
          { content: words.time },
        ]}
        rows={versions.map((version) => [
          { content: <Name id={head.id} version={version} lang={view.lang} /> },
          { content: <StateTag state={version.state} lang={view.lang} />, label: words.state },
          {
            content: version.authors.map(({ name }) => name).join(view.lang === "zh" ? "、" : ", "),
            label: words.authors,
          },
          { content: version.approver?.name ?? words.nobody, label: words.approver },
          { content: formatInstant(version.publishedAt ?? version.changedAt, view.lang), label: words.time },
        ])}
      />
    </section>
  );
}

function Name({ id, version, lang }: { id: string; version: GuideVersion; lang: Language }) {
  const { desk } = guideDeskCopy(lang);
  return (
    <a class="govuk-link" href={paths.officeGuideVersion(id, version.n)}>
      {desk.version(version.n)}
      <span class="versions__see">{desk.versions.see}</span>
    </a>
  );
}
