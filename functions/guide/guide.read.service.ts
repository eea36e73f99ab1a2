/** Reading guides: what anybody may read, and what their office sees. Every other office is refused. */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type { GuideCommits, GuideParts } from "./guide.commit.service.ts";
import type { LinkResult } from "./guide.link.ts";
import type { GuidePage } from "./guide.list.store.ts";
import type {
  EndedGuide,
  GuideHead,
  GuideListName,
  GuideVersion,
  LiveGuide,
  OfficeGuide,
} from "./guide.record.ts";
import { isGuideId, wasPublished } from "./guide.record.ts";

/** A page of an office shows so many versions; older ones are read by their number. */
const VERSIONS_SHOWN = 20;
const MOST_STEPS_BACK = 5;

export interface GuidesWanted {
  readonly list: GuideListName;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Another unit than one's own, for who may look into every unit. */
  readonly unit?: string | undefined;
}

/** The version that somebody writes, and whether it can be written now. */
export interface WrittenGuide {
  readonly head: GuideHead;
  readonly version: GuideVersion;
  /** What was found of its links when they were last asked. */
  readonly links: readonly LinkResult[];
  readonly open: boolean;
}

const isNumber = (n: number): boolean => Number.isSafeInteger(n) && n >= 1 && n <= 999_999;

export function openGuideReads(commits: GuideCommits, { store, clock, links }: GuideParts) {
  function demandDrafts(actor: Staff, unit: string): void {
    const denied = denial(actor, "guide.read_drafts", { unit });
    if (denied !== undefined) throw forbidden(denied);
  }

  /** One page of a list of a unit, by one query. Throws 403 for another unit. */
  async function list(actor: Staff, { unit = actor.unit, ...wanted }: GuidesWanted): Promise<GuidePage> {
    demandDrafts(actor, unit);
    return store.list({ unit, today: dayOf(clock()), ...wanted });
  }

  /** The version `n`, or the nearest before it that was not given up; some steps back at most. */
  async function earlier(head: GuideHead, n: number): Promise<GuideVersion | undefined> {
    for (let at = n; at >= 1 && at > n - MOST_STEPS_BACK; at -= 1) {
      const version = await store.readVersion(head.id, at);
      if (version !== undefined && version.state !== "discarded" && version.unit === head.unit)
        return version;
    }
    return undefined;
  }

  return {
    list,
    /** What anybody may read of a guide, in one read; undefined when it was never published. */
    readLive: async (id: string): Promise<LiveGuide | EndedGuide | undefined> =>
      isGuideId(id) ? store.readLive(id) : undefined,
    /** Up to 100 at once, for what follows from their change. */
    readManyLive: store.readManyLive,
    /** All that citizens can read of these units, page by page; what changes meanwhile may be there or not. */
    async *everyLive(units: readonly string[]): AsyncGenerator<readonly LiveGuide[]> {
      for (const unit of units)
        for (const name of ["published", "paused"] as const) {
          let cursor: string | undefined;
          do {
            const page = await store.list({ unit, list: name, today: "", limit: 100, cursor });
            const live = await store.readManyLive(page.cards.map(({ id }) => id));
            yield live.flatMap((one) => (one === undefined || one.state === "abolished" ? [] : [one]));
            cursor = page.next;
          } while (cursor !== undefined);
        }
    },
    /** A version that citizens could read once: the one a running case was accepted under stays for ever. */
    async readVersion(id: string, n: number): Promise<GuideVersion | undefined> {
      const version = isGuideId(id) && isNumber(n) ? await store.readVersion(id, n) : undefined;
      return version !== undefined && wasPublished(version) ? version : undefined;
    },
    /** A guide as its office sees it, drafts included. Throws 404, and 403 for another office. */
    async readForOffice(id: string, actor: Staff): Promise<OfficeGuide> {
      const head = await commits.headOf(id);
      demandDrafts(actor, head.unit);
      const [versions, found] = await Promise.all([store.readVersions(id, VERSIONS_SHOWN), links.found(id)]);
      // What another unit gave up under this code is not for this one.
      return { head, versions: versions.filter(({ unit }) => unit === head.unit), links: found };
    },
    /** A version beside the one it is compared with: what citizens read now, or the one before it. */
    async compareForOffice(id: string, n: number, actor: Staff) {
      const head = await commits.headOf(id);
      demandDrafts(actor, head.unit);
      const version = isNumber(n) ? await store.readVersion(id, n) : undefined;
      if (version === undefined || version.unit !== head.unit) throw notFound("version_not_found");
      const other = wasPublished(version) ? n - 1 : (head.live?.n ?? n - 1);
      return { version, before: await earlier(head, other) };
    },
    /** What is written now, for whoever may write; the refusal of everybody else is on record. */
    async readWritten(id: string, actor: Staff): Promise<WrittenGuide> {
      const head = await commits.headOf(id);
      await commits.demand(actor, "guide.write", "edit", head);
      const [version, found] = await Promise.all([
        commits.versionOf(id, head.work?.n ?? head.latest),
        links.found(id),
      ]);
      return { head, version, links: found, open: head.work?.state === "draft" };
    },
    /** 实施主体 as a guide that the unit has published names it: its full name, which is not the one on our signs. */
    async usualDeptName(actor: Staff): Promise<string | undefined> {
      const { cards } = await list(actor, { list: "published", limit: 1 });
      const live = cards[0] === undefined ? undefined : await store.readLive(cards[0].id);
      return live === undefined || live.state === "abolished" ? undefined : live.guide.deptName;
    },
  };
}
