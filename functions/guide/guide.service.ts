/** What can be done with guides: read, write, review, publish, take in, and what dates bring about. */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { forbidden } from "../kit/problem.ts";
import { openGuideActs } from "./guide.act.service.ts";
import type { GuideParts } from "./guide.commit.service.ts";
import { openGuideCommits } from "./guide.commit.service.ts";
import { openGuideDates } from "./guide.dates.service.ts";
import { openGuideDrafts } from "./guide.draft.service.ts";
import { openGuideIntake } from "./guide.intake.service.ts";
import type { GuideList, GuidePage } from "./guide.list.store.ts";
import type { EndedGuide, GuideVersion, LiveGuide, OfficeGuide } from "./guide.record.ts";
import { isGuideId, wasPublished } from "./guide.record.ts";

export type { GuideActAction, GuideCommand } from "./guide.act.service.ts";
export type { Incoming, Intake } from "./guide.intake.service.ts";

export type Guides = ReturnType<typeof openGuides>;

/** A page of an office shows so many versions; older ones are read by their number. */
const VERSIONS_SHOWN = 20;

export interface GuidesWanted {
  readonly list: GuideList;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Another unit than one's own, for who may look into every unit. */
  readonly unit?: string | undefined;
}

export function openGuides(parts: GuideParts) {
  const { store, clock } = parts;
  const commits = openGuideCommits(parts);

  function demandDrafts(actor: Staff, unit: string): void {
    const denied = denial(actor, "guide.read_drafts", { unit });
    if (denied !== undefined) throw forbidden(denied);
  }

  return {
    ...openGuideActs(commits, clock),
    ...openGuideDrafts(commits, clock),
    ...openGuideIntake(commits, store),
    ...openGuideDates(commits, parts),
    /** What anybody may read of a guide, in one read; undefined when it was never published. */
    readLive: async (id: string): Promise<LiveGuide | EndedGuide | undefined> =>
      isGuideId(id) ? store.readLive(id) : undefined,
    /** Up to 100 at once, for what follows from their change. */
    readManyLive: store.readManyLive,
    /** A version that citizens could read once: the one a running case was accepted under stays for ever. */
    async readVersion(id: string, n: number): Promise<GuideVersion | undefined> {
      if (!isGuideId(id) || !Number.isSafeInteger(n) || n < 1 || n > 999_999) return undefined;
      const version = await store.readVersion(id, n);
      return version !== undefined && wasPublished(version) ? version : undefined;
    },
    /** A guide as its office sees it, drafts included. Throws 404, and 403 for another office. */
    async readForOffice(id: string, actor: Staff): Promise<OfficeGuide> {
      const head = await commits.headOf(id);
      demandDrafts(actor, head.unit);
      return { head, versions: await store.readVersions(id, VERSIONS_SHOWN) };
    },
    /** One page of a list of a unit, by one query. Throws 403 for another unit. */
    async list(actor: Staff, { unit = actor.unit, ...wanted }: GuidesWanted): Promise<GuidePage> {
      demandDrafts(actor, unit);
      return store.list({ unit, today: dayOf(clock()), ...wanted });
    },
  };
}
