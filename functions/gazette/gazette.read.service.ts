/** Reading: what anybody may read, and what an office sees of its own. */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type {
  GazetteCard,
  GazetteHead,
  GazetteListName,
  PublicItem,
  WithdrawnItem,
} from "./gazette.record.ts";
import { staleBefore } from "./gazette.record.ts";
import type { GazetteStore, Portion } from "./gazette.store.ts";
import type { GazetteKind } from "./gazette.ts";
import { isGazetteId } from "./gazette.ts";
import type { GazetteWrites } from "./gazette.write.service.ts";

export interface GazetteWanted extends Portion {
  readonly list: GazetteListName;
  readonly unit: string;
}

/** The front page asks for the newest at every visit and may show them a minute late. */
const NEWEST_KEPT_SECONDS = 60;

export function openGazetteReads(
  { headOf, actionsFor, isOwn }: Pick<GazetteWrites, "headOf" | "actionsFor" | "isOwn">,
  { store, clock }: { readonly store: GazetteStore; readonly clock: Clock },
) {
  const kept = new Map<GazetteKind, { readonly until: string; readonly cards: readonly GazetteCard[] }>();

  function demandRead(actor: Staff, unit: string): void {
    const denied = denial(actor, "gazette.read", { unit });
    if (denied !== undefined) throw forbidden(denied);
  }

  async function demandHead(actor: Staff, id: string): Promise<GazetteHead> {
    const head = await headOf(id);
    demandRead(actor, head.unit);
    return head;
  }

  return {
    /** What anybody may read under an address; undefined for what was never public. One read. */
    readPublic: async (id: string): Promise<PublicItem | WithdrawnItem | undefined> =>
      isGazetteId(id) ? store.readLive(id) : undefined,
    /** Up to 100 of those that are public now, for what follows from their change. */
    async readManyPublic(ids: readonly string[]): Promise<readonly PublicItem[]> {
      const found = await store.readManyLive(ids.filter(isGazetteId));
      return found.flatMap((item) => (item?.state === "published" ? [item] : []));
    },
    /** Rows of what is public of these, in their order. One read. */
    readCards: (ids: readonly string[]): Promise<readonly GazetteCard[]> =>
      store.readCards(ids.filter(isGazetteId)),
    /** One page of a column, the newest first. One query. */
    listPublic: store.listColumn,
    /** The newest of a column, up to a minute late: one query a minute in each process. */
    async newest(kind: GazetteKind, limit: number): Promise<readonly GazetteCard[]> {
      const known = kept.get(kind);
      if (known !== undefined && clock() < known.until) return known.cards.slice(0, limit);
      const { rows } = await store.listColumn(kind, { limit });
      kept.set(kind, { until: plusSeconds(clock(), NEWEST_KEPT_SECONDS), cards: rows });
      return rows;
    },
    /** One page of a list of a unit, by one query. Throws 403 for another unit. */
    async listForOffice(actor: Staff, { unit, list, ...portion }: GazetteWanted) {
      demandRead(actor, unit);
      return store.listDesk(unit, list, { ...portion, staleBefore: staleBefore(dayOf(clock())) });
    },
    /** Where it stands, what citizens read and what this person may do. Throws 403 and 404. */
    async readForOffice(actor: Staff, id: string) {
      const head = await demandHead(actor, id);
      const live = head.live === undefined ? undefined : await store.readLive(id);
      return { head, live, actions: actionsFor(head, actor), own: isOwn(head, actor) };
    },
    /** A text that was published once. Throws 403 and 404. */
    async readVersion(actor: Staff, id: string, n: number) {
      const head = await demandHead(actor, id);
      const isNumber = Number.isSafeInteger(n) && n >= 1 && n <= 999_999;
      const version = isNumber ? await store.readVersion(id, n) : undefined;
      if (version === undefined) throw notFound("gazette_not_found");
      return { head, version };
    },
  };
}
