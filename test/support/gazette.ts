/** The gazette on the real services, found by a real index that the stream would make. */
import type { AuditStore } from "../../functions/audit/audit.store.ts";
import { documentOf } from "../../functions/gazette/gazette.jobs.ts";
import { openGazette } from "../../functions/gazette/gazette.service.ts";
import { openGazetteStore } from "../../functions/gazette/gazette.store.ts";
import { gazetteKinds } from "../../functions/gazette/gazette.ts";
import type { Guides } from "../../functions/guide/guide.service.ts";
import type { Clock } from "../../functions/kit/clock.ts";
import type { Config } from "../../functions/kit/config.ts";
import type { Table } from "../../functions/kit/table.ts";
import { buildIndex } from "../../functions/search/search.build.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import type { Search } from "../../functions/search/search.service.ts";
import { noWords } from "../../functions/search/search.ts";

interface Ground {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly clock: Clock;
  readonly config: Pick<Config, "units">;
  readonly guides: Pick<Guides, "readManyLive">;
}

const MOST = 100;

export function gazetteFor({ table, audit, clock, config, guides }: Ground) {
  const gazette = openGazette({ store: openGazetteStore(table), audit, clock, guides });
  const unitName = (code: string) => config.units.find((unit) => unit.code === code)?.name.zh ?? "";
  const gazetteSearch: Search = {
    async current() {
      const pages = await Promise.all(gazetteKinds.map((kind) => gazette.listPublic(kind, { limit: MOST })));
      const items = await gazette.readManyPublic(pages.flatMap(({ rows }) => rows.map(({ id }) => id)));
      const files = await buildIndex(
        items.map((item) => documentOf(item, unitName)),
        noWords,
      );
      return { version: "test", searcher: openIndex(files) };
    },
  };
  return { gazette, pages: { gazette, gazetteSearch } };
}
