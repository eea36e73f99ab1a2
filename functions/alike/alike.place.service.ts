/** Putting a new request to those that ask alike. */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { busy, conflict } from "../kit/problem.ts";
import type { AlikeStore } from "./alike.store.ts";
import type { Group, Member } from "./alike.ts";
import { asksAlike, joined, keysOf, likenessOf } from "./alike.ts";

export const MOST_ATTEMPTS = 6;
export const changed = () => conflict("alike_changed");
export const isChanged = (error: unknown): boolean => (error as { code?: string }).code === "alike_changed";

export function openPlacing(store: AlikeStore) {
  /**
   * Puts a new request where it belongs: to those that ask alike, or at the head of a group of its own. Again does
   * nothing. Its reads and writes are bounded by the keys of one title and do not grow with what there is.
   */
  async function place(head: Pick<DisclosureHead, "reference" | "unit" | "title" | "submittedAt" | "asker">) {
    const { reference, unit, title, submittedAt: at, asker } = head;
    if (asker === undefined || keysOf(title).length === 0) return;
    const member: Member = { reference, at, asker };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if ((await store.groupIdOf(reference)) !== undefined) return;
      const group = await nearest(unit, title);
      try {
        if (group === undefined) await store.commit(store.createWrites(first(head, member), changed));
        else await store.commit(store.changeWrites(group, joined(group, member), changed, reference));
        return;
      } catch (error) {
        if (!isChanged(error)) throw error;
      }
    }
    throw busy();
  }

  async function nearest(unit: string, title: string): Promise<Group | undefined> {
    const [best] = (await store.candidates(unit, title))
      .filter((each) => asksAlike(title, each.title))
      .toSorted((one, other) => likenessOf(title, other.title) - likenessOf(title, one.title));
    return best === undefined ? undefined : store.read(best.id);
  }

  const first = (
    { reference: id, unit, title }: Pick<DisclosureHead, "reference" | "unit" | "title">,
    member: Member,
  ): Group => ({
    ...{ id, unit, title, members: [member], requests: 1, askers: [member.asker], suggestedBy: [] },
    version: 1,
  });

  return { place };
}
