/** Putting a new request to those that ask alike. */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { busy, conflict } from "../kit/problem.ts";
import type { Asked, Measure } from "./alike.measure.ts";
import { LEAST_LIKENESS } from "./alike.measure.ts";
import type { AlikeStore, Candidate } from "./alike.store.ts";
import type { Group, Member } from "./alike.ts";
import { joined } from "./alike.ts";

export const MOST_ATTEMPTS = 6;
export const changed = () => conflict("alike_changed");
export const isChanged = (error: unknown): boolean => (error as { code?: string }).code === "alike_changed";

/** So many whose titles say it in other words are read in full; the rest is not looked at. */
const MOST_READ = 8;

export interface PlacingParts {
  readonly store: AlikeStore;
  /** With the names of one thing that the office keeps for its searches. */
  readonly measure: () => Promise<Measure>;
  /** What somebody asked for in full, sealed where it is kept; it goes nowhere from here. */
  readonly descriptionOf: (reference: string) => Promise<string>;
}

type Placed = Pick<DisclosureHead, "reference" | "unit" | "title" | "submittedAt" | "asker">;

export function openPlacing({ store, measure, descriptionOf }: PlacingParts) {
  /**
   * Puts a new request where it belongs: to those that ask alike, or at the head of a group of its own. Again does
   * nothing. Its reads and writes are bounded by the keys of one title and do not grow with what there is.
   */
  async function place(head: Placed) {
    const { reference, unit, title, submittedAt: at, asker } = head;
    const measured = await measure();
    const keys = measured.keysOf(title);
    if (asker === undefined || keys.length === 0) return;
    const member: Member = { reference, at, asker };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if ((await store.groupIdOf(reference)) !== undefined) return;
      const group = await nearest(head, await store.candidates(unit, keys), measured);
      try {
        if (group === undefined) await store.commit(store.createWrites(first(head, member), keys, changed));
        else await store.commit(store.changeWrites(group, joined(group, member), changed, reference));
        return;
      } catch (error) {
        if (!isChanged(error)) throw error;
      }
    }
    throw busy();
  }

  /** By title alone where that says enough; else the most alike are read in full. */
  async function nearest(
    { reference, title }: Placed,
    candidates: readonly Candidate[],
    { likenessOf }: Measure,
  ): Promise<Group | undefined> {
    const bare: Asked = { title, description: "" };
    const ranked = candidates
      .map((each) => ({ ...each, like: likenessOf(bare, { title: each.title, description: "" }) }))
      .filter(({ like }) => like > 0)
      .toSorted((one, other) => other.like - one.like)
      .slice(0, MOST_READ);
    if (ranked.length === 0) return undefined;
    // The whole of it is read for those too whose titles are alike: it may name another place.
    const [own, ...theirs] = await Promise.all([reference, ...ranked.map(({ id }) => id)].map(descriptionOf));
    const asked: Asked = { title, description: own ?? "" };
    const [best] = ranked
      .map((each, at) => ({ ...each, like: likenessOf(asked, { ...each, description: theirs[at] ?? "" }) }))
      .filter(({ like }) => like >= LEAST_LIKENESS)
      .toSorted((one, other) => other.like - one.like);
    return best === undefined ? undefined : store.read(best.id);
  }

  const first = ({ reference: id, unit, title }: Placed, member: Member): Group => ({
    ...{ id, unit, title, members: [member], requests: 1, askers: [member.asker], suggestedBy: [] },
    version: 1,
  });

  return { place };
}
