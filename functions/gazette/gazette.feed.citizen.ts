/** The newest of a column as an Atom feed (RFC 4287). */
import { gazettePaths } from "../../web/paths.gazette.ts";
import { kindFacts } from "../attachment/attachment.ts";
import { startOfDay } from "../calendar/calendar.day.ts";
import type { GazetteCard } from "./gazette.record.ts";
import type { GazetteKind } from "./gazette.ts";

export interface FeedSite {
  readonly origin: string;
  readonly government: string;
  readonly title: string;
}

/** Before anything was published, the feed is as old as feeds of computers can be. */
const EARLIEST = "1970-01-01T00:00:00.000Z";

export async function feedOf(
  kind: GazetteKind,
  cards: readonly GazetteCard[],
  site: FeedSite,
): Promise<string> {
  const { Feed } = await import("feed");
  const home = `${site.origin}${gazettePaths.column(kind)}`;
  const newest = cards.map(({ changedAt }) => changedAt).reduce((a, b) => (a > b ? a : b), EARLIEST);
  const feed = new Feed({
    id: home,
    link: home,
    title: `${site.title} - ${site.government}`,
    language: "zh-CN",
    copyright: site.government,
    updated: new Date(newest),
    feedLinks: { atom: `${site.origin}${gazettePaths.feed(kind)}` },
    author: { name: site.government },
  });
  for (const { id, title, organ, summary, on, changedAt } of cards) {
    const link = `${site.origin}${gazettePaths.item(kind, id)}`;
    feed.addItem({
      ...{ id: link, link, title, description: summary },
      date: new Date(changedAt),
      published: new Date(startOfDay(on)),
      author: [{ name: organ }],
    });
  }
  return cards.reduce((text, card) => withEnclosures(text, card, site.origin), feed.atom1());
}

/** RFC 4287 §4.2.7.2 lets an entry have any number of them; the library writes one, and takes its type for a picture. */
function withEnclosures(feed: string, { kind, id, files = [] }: GazetteCard, origin: string): string {
  const entry = `<id>${origin}${gazettePaths.item(kind, id)}</id>`;
  const links = files.map((file) => {
    const href = `${origin}${gazettePaths.file(kind, id, file.id)}`;
    const { contentType } = kindFacts[file.kind];
    return `<link rel="enclosure" type="${contentType}" length="${file.sizeBytes}" title="${escaped(file.name)}" href="${href}"/>`;
  });
  return feed.replace(entry, () => [entry, ...links].join("\n        "));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => entities[each] ?? each);
