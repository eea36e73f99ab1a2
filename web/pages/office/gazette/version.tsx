import type { GazetteHead, GazetteVersion } from "../../../../functions/gazette/gazette.record.ts";
import type { Block, Validity } from "../../../../functions/gazette/gazette.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { gazettePaths } from "../../../paths.gazette.ts";
import type { View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import { GazetteFacts } from "../../gazette/facts.tsx";
import { GazetteFiles } from "../../gazette/files.tsx";
import { GazetteText } from "../../gazette/text.tsx";
import { WayBack } from "../way-back.tsx";

export interface GazetteVersionProps {
  view: View;
  person: { name: string; unit: string };
  head: GazetteHead;
  version: GazetteVersion;
  blocks: readonly Block[];
  validity: Validity;
}

/** A text as it was when it was published. */
export function GazetteVersionPage({ view, person, head, version, blocks, validity }: GazetteVersionProps) {
  const words = officeGazetteCopy(view.lang);
  const { n, content, author, approvedBy, publishedAt } = version;
  const title = words.version(n, content.title);
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="gazette"
      before={<WayBack lang={view.lang} href={gazettePaths.officeItem(head.id)} text={words.back} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="muted">
        {words.versionBy(author.name, approvedBy.name, formatInstant(publishedAt, view.lang))}
      </p>
      <GazetteFacts view={view} content={content} validity={validity} />
      <GazetteText blocks={blocks} />
      <GazetteFiles
        files={content.files ?? []}
        hrefOf={(file) => gazettePaths.officeFile(head.id, file.id, n)}
      />
    </OfficePage>
  );
}
