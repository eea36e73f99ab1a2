/** What can be done with guides: read, write, review, publish, take in, and what dates bring about. */
import { openGuideActs } from "./guide.act.service.ts";
import type { GuideParts } from "./guide.commit.service.ts";
import { openGuideCommits } from "./guide.commit.service.ts";
import { openGuideDates } from "./guide.dates.service.ts";
import { openGuideDrafts } from "./guide.draft.service.ts";
import { openGuideIntake } from "./guide.intake.service.ts";
import { openGuideReads } from "./guide.read.service.ts";

export type { GuideActAction, GuideCommand } from "./guide.act.service.ts";
export type { Incoming, Intake } from "./guide.intake.service.ts";
export type { GuidesWanted } from "./guide.read.service.ts";

export type Guides = ReturnType<typeof openGuides>;

export function openGuides(parts: GuideParts) {
  const commits = openGuideCommits(parts);
  return {
    ...openGuideReads(commits, parts),
    ...openGuideActs(commits, parts),
    ...openGuideDrafts(commits, parts.clock),
    ...openGuideIntake(commits, parts.store),
    ...openGuideDates(commits, parts),
    /** The next portion of the links that citizens can tap. */
    checkLinks: parts.links.checkDue,
  };
}
