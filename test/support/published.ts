/** Published answers on the real services, found by a real index that the stream would make. */
import type { AuditStore } from "../../functions/audit/audit.store.ts";
import { openBefore, openBeforeCounts } from "../../functions/before/before.service.ts";
import { openBeforeStore } from "../../functions/before/before.store.ts";
import type { Disclosure } from "../../functions/disclosure/disclosure.service.ts";
import type { Clock } from "../../functions/kit/clock.ts";
import type { Config } from "../../functions/kit/config.ts";
import type { Table } from "../../functions/kit/table.ts";
import type { Vault } from "../../functions/kit/vault.ts";
import type { PublishedFileParts } from "../../functions/published/published.file.service.ts";
import { documentOf } from "../../functions/published/published.jobs.ts";
import { openPublished } from "../../functions/published/published.service.ts";
import { openPublishedStore } from "../../functions/published/published.store.ts";
import { buildIndex } from "../../functions/search/search.build.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import type { Search } from "../../functions/search/search.service.ts";
import { noWords } from "../../functions/search/search.ts";

interface Ground {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly disclosure: Disclosure;
  readonly config: Pick<Config, "units">;
  readonly guideSearch: Search;
  readonly attachments: PublishedFileParts["attachments"];
  readonly release: PublishedFileParts["release"];
}

const MOST = 100;

export function publishedFor({
  table,
  audit,
  vault,
  clock,
  disclosure,
  config,
  guideSearch,
  ...files
}: Ground) {
  const parts = { disclosure, audit, vault, clock, ...files };
  const published = openPublished({ store: openPublishedStore(table), ...parts });
  const unitName = (code: string) => config.units.find((unit) => unit.code === code)?.name.zh ?? "";
  const answerSearch: Search = {
    async current() {
      const { answers } = await published.listPublic({ limit: MOST });
      const files = await buildIndex(
        answers.map((answer) => documentOf(answer, unitName)),
        noWords,
      );
      return { version: "test", searcher: openIndex(files) };
    },
  };
  const store = openBeforeStore(table);
  const pages = { published, answerSearch };
  return {
    pages,
    published,
    before: openBefore({ ...pages, store, guideSearch, unitName, vault, clock }),
    office: { published, counts: openBeforeCounts(store, clock) },
  };
}
