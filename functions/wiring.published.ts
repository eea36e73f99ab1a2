/** Builds answers that everybody may read, and what is shown before a request is handed in. */
import type { Before, BeforeCounts } from "./before/before.service.ts";
import { openBefore, openBeforeCounts } from "./before/before.service.ts";
import { openBeforeStore } from "./before/before.store.ts";
import type { Published } from "./published/published.service.ts";
import { openPublished } from "./published/published.service.ts";
import { openPublishedStore } from "./published/published.store.ts";
import { openPublishing } from "./search/search.publish.service.ts";
import type { Search } from "./search/search.service.ts";
import { openSearch } from "./search/search.service.ts";
import type { DisclosureGround } from "./wiring.disclosure.ts";
import type { Ground } from "./wiring.ground.ts";

/** The index of published answers; that of guides has another name. */
const ANSWERS = "answers";

type PublishedGround = Pick<
  DisclosureGround,
  "table" | "disclosure" | "audit" | "vault" | "clock" | "attachments" | "release"
>;
type SearchGround = Pick<Ground, "bucket" | "clock" | "log" | "config">;

export const publishedOf = ({ table, ...ground }: PublishedGround): Published =>
  openPublished({ ...ground, store: openPublishedStore(table) });

export const answerSearchOf = (ground: SearchGround): Search => openSearch({ ...ground, name: ANSWERS });

export const beforeCountsOf = ({ table, clock }: Pick<Ground, "table" | "clock">): BeforeCounts =>
  openBeforeCounts(openBeforeStore(table), clock);

const unitNameOf =
  ({ config }: Pick<Ground, "config">) =>
  (code: string): string =>
    config.units.find((unit) => unit.code === code)?.name.zh ?? "";

export function publishedPagesOf(ground: PublishedGround & SearchGround) {
  return { published: publishedOf(ground), answerSearch: answerSearchOf(ground) };
}

export function beforeOf(ground: PublishedGround & SearchGround): Before {
  const { table, vault, clock } = ground;
  return openBefore({
    ...publishedPagesOf(ground),
    store: openBeforeStore(table),
    guideSearch: openSearch(ground),
    unitName: unitNameOf(ground),
    ...{ vault, clock },
  });
}

export const publishedJobsOf = (ground: PublishedGround & SearchGround & Pick<Ground, "random">) => ({
  published: publishedOf(ground),
  publishing: openPublishing({ ...ground, name: ANSWERS }),
  unitName: unitNameOf(ground),
});
