/** The page at the front of a bundle, whether it was asked for on a page or by a program. */
import { EvidenceIndex } from "../../web/pages/evidence/index.tsx";
import type { Config } from "../kit/config.ts";
import { definitionOf } from "../letter/letter.template.service.ts";
import { unitName } from "../office/office.person.ts";
import type { Gathered } from "./evidence.service.ts";
import type { Contents } from "./evidence.ts";

export const frontPageOf =
  (config: Pick<Config, "units">) =>
  async (manifest: Contents, { record, verdict, letters }: Gathered): Promise<string> => {
    const page = await (
      <EvidenceIndex
        manifest={manifest}
        record={record}
        verdict={verdict}
        unit={unitName(config, manifest.unit, "zh")}
        letters={letters.map(({ letter }) => ({ letter, title: definitionOf(letter.kind).title }))}
      />
    );
    return `<!doctype html>${page}`;
  };
