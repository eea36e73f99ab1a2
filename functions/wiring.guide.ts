/** Builds what guides are made of; `wiring.ts` calls it for the functions that need it. */
import type { AuditStore } from "./audit/audit.store.ts";
import type { GuideOfficeServices } from "./guide/guide.office.tsx";
import type { GuideReports } from "./guide/guide.report.service.ts";
import { openGuideReports } from "./guide/guide.report.service.ts";
import { openReportStore } from "./guide/guide.report.store.ts";
import type { Guides } from "./guide/guide.service.ts";
import { openGuides } from "./guide/guide.service.ts";
import { openGuideStore } from "./guide/guide.store.ts";
import type { Clock } from "./kit/clock.ts";
import type { Random } from "./kit/id.ts";
import type { Log } from "./kit/log.ts";
import type { Table } from "./kit/table.ts";
import type { Vault } from "./kit/vault.ts";
import { searchLogOf, wordingOf } from "./wiring.search.ts";

export interface GuideGround {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly clock: Clock;
}

export const guidesOf = ({ table, audit, clock }: GuideGround): Guides =>
  openGuides({ store: openGuideStore(table), audit, clock });

export const guideReportsOf = ({
  table,
  audit,
  clock,
  vault,
}: GuideGround & { vault: Vault }): GuideReports =>
  openGuideReports({ store: openReportStore(table), audit, clock, vault });

type Given = "guides" | "guideReports" | "wording" | "searchLog";

export function guideOfficeOf(
  ground: GuideGround & { vault: Vault; random: Random; log: Log } & Omit<GuideOfficeServices, Given>,
): GuideOfficeServices {
  const guides = guidesOf(ground);
  const words = { wording: wordingOf(ground, guides), searchLog: searchLogOf(ground) };
  return { ...ground, guides, guideReports: guideReportsOf(ground), ...words };
}
