/** Builds what guides are made of, for the functions that need it. */
import type { DataFiles } from "./attachment/attachment.service.ts";
import type { AuditStore } from "./audit/audit.store.ts";
import type { GuideApiServices } from "./guide/guide.api.ts";
import type { GuideCitizenServices } from "./guide/guide.citizen.tsx";
import { openGuideFinding } from "./guide/guide.find.service.ts";
import { guideImports, type ImportRecord } from "./guide/guide.import.record.ts";
import { openGuideImports } from "./guide/guide.import.service.ts";
import { openGuideLinks } from "./guide/guide.link.service.ts";
import { openLinkStore } from "./guide/guide.link.store.ts";
import type { GuideOfficeServices } from "./guide/guide.office.tsx";
import type { GuideReports } from "./guide/guide.report.service.ts";
import { openGuideReports } from "./guide/guide.report.service.ts";
import { openReportStore } from "./guide/guide.report.store.ts";
import type { Guides } from "./guide/guide.service.ts";
import { openGuides } from "./guide/guide.service.ts";
import { openGuideStore } from "./guide/guide.store.ts";
import type { StaffStore } from "./identity/identity.staff.store.ts";
import type { Bucket } from "./kit/bucket.ts";
import type { Clock } from "./kit/clock.ts";
import type { Config } from "./kit/config.ts";
import type { Random } from "./kit/id.ts";
import type { Log } from "./kit/log.ts";
import type { Outbound } from "./kit/outbound.ts";
import type { Table } from "./kit/table.ts";
import type { Vault } from "./kit/vault.ts";
import { openPublishing } from "./search/search.publish.service.ts";
import { openSearch } from "./search/search.service.ts";
import { openImportStore } from "./sheet/sheet.import.store.ts";
import { searchLogOf, wordingOf } from "./wiring.search.ts";

export interface GuideGround {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly clock: Clock;
  readonly config: Pick<Config, "publicOrigin">;
  /** How links are asked; over the network unless given. */
  readonly outbound?: Outbound;
}

/** Loaded by who asks: citizens ask no other site. */
const networkFor = (ownOrigin: string): Outbound => ({
  reach: async (address) =>
    (await import("./kit/outbound.ts")).openOutbound({ ownOrigins: [ownOrigin] }).reach(address),
});

export function guidesOf({ table, audit, clock, config, ...given }: GuideGround): Guides {
  const store = openGuideStore(table);
  const ownOrigin = config.publicOrigin;
  const outbound = given.outbound ?? networkFor(ownOrigin);
  const links = openGuideLinks({ links: openLinkStore(table), store, outbound, clock, ownOrigin });
  return openGuides({ store, audit, clock, links });
}

export const guideReportsOf = ({
  table,
  audit,
  clock,
  vault,
}: GuideGround & { vault: Vault }): GuideReports =>
  openGuideReports({ store: openReportStore(table), audit, clock, vault });

type Given = "findGuides" | "guides" | "guideReports" | "imports" | "wording" | "searchLog";

type GuideOfficeGround = GuideGround & {
  readonly vault: Vault;
  readonly random: Random;
  readonly log: Log;
  readonly bucket: Bucket;
} & {
  readonly attachments: DataFiles;
  readonly staff: Pick<StaffStore, "find">;
} & Omit<GuideOfficeServices, Given>;

export function guideOfficeOf(ground: GuideOfficeGround): GuideOfficeServices {
  const { table, audit, clock, attachments: files, staff } = ground;
  const guides = guidesOf(ground);
  const store = openImportStore<ImportRecord>(table, guideImports);
  const imports = openGuideImports({ store, files, guides, findStaff: staff.find, audit, clock });
  const words = { wording: wordingOf(ground, guides), searchLog: searchLogOf(ground) };
  const findGuides = openGuideFinding({ store: openGuideStore(table), search: openSearch(ground), clock });
  return { ...ground, guides, findGuides, guideReports: guideReportsOf(ground), imports, ...words };
}

export interface FindingGround extends GuideGround {
  readonly bucket: Bucket;
  readonly log: Log;
  readonly config: Config;
  readonly random: Random;
}

export const guidePagesOf = (ground: FindingGround & { vault: Vault }): GuideCitizenServices => ({
  ...ground,
  guides: guidesOf(ground),
  guideReports: guideReportsOf(ground),
  search: openSearch(ground),
  searchLog: searchLogOf(ground),
});

export const guideApiOf = (ground: FindingGround): GuideApiServices => ({
  ...ground,
  guides: guidesOf(ground),
  search: openSearch(ground),
});

/** What the clock moves, and what the stream needs to keep the index as citizens read it. */
export function guideJobsOf(ground: FindingGround) {
  const guides = guidesOf(ground);
  const units = ground.config.units.map(({ code }) => code);
  return { guides, units, wording: wordingOf(ground, guides), publishing: openPublishing(ground) };
}
