/** The real guide service on the real engine, with a clock that moves when told, and people of two offices. */
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { openGuideLinks } from "../../functions/guide/guide.link.service.ts";
import { openLinkStore } from "../../functions/guide/guide.link.store.ts";
import { openGuides } from "../../functions/guide/guide.service.ts";
import { openGuideStore } from "../../functions/guide/guide.store.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import type { Role, Staff } from "../../functions/identity/identity.ts";
import type { Table } from "../../functions/kit/table.ts";
import { openSites } from "../support/outbound.ts";
import { clockAt, seededRandom } from "../support/world.ts";
import { complete } from "./samples.ts";

export const member = (id: string, roles: readonly Role[], unit = "rsj"): Staff => ({
  kind: "staff",
  id,
  name: id,
  unit,
  roles,
});

export const people = {
  clerk: member("clerk", ["clerk"]),
  handler: member("handler", ["handler"]),
  reviewer: member("reviewer", ["reviewer"]),
  otherReviewer: member("other-reviewer", ["reviewer"]),
  /** Writes and reviews: may never review what they wrote. */
  both: member("both", ["handler", "reviewer"]),
  auditor: member("auditor", ["auditor"], "jw"),
  admin: member("admin", ["admin"]),
  clerkElsewhere: member("clerk-elsewhere", ["clerk"], "zfb"),
  reviewerElsewhere: member("reviewer-elsewhere", ["reviewer"], "zfb"),
} as const satisfies Record<string, Staff>;

let serial = 0;
/** A guide that may be published, under a code of its own. */
export function freshGuide(change: Partial<Guide> = {}): Guide {
  serial += 1;
  return { ...complete, taskHandleItem: `${complete.taskCode}${String(serial).padStart(2, "0")}`, ...change };
}

export function guidesOn(table: Table, start = "2026-03-02T02:00:00.000Z") {
  const clock = clockAt(start);
  const audit = openAuditStore(table, seededRandom(`guides ${Math.random()}`));
  const store = openGuideStore(table);
  const sites = openSites();
  const links = openGuideLinks({
    links: openLinkStore(table),
    ...{ store, outbound: sites, clock: clock.now, ownOrigin: "https://gov.example" },
  });
  const guides = openGuides({ store, audit, clock: clock.now, links });

  /** Written by the clerk, handed in, approved by the reviewer. Gives the code. */
  async function publish(guide: Guide = freshGuide()): Promise<string> {
    const { id } = await guides.startDraft({ guide, actor: people.clerk });
    await guides.act({ id, action: "hand_in", actor: people.clerk });
    await guides.act({ id, action: "approve", actor: people.reviewer });
    return id;
  }

  return { guides, store, audit, clock, publish, sites };
}
