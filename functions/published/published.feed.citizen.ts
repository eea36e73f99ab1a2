/** The newest published answers as an Atom feed (RFC 4287). */
import { publishedFilePath } from "../../web/paths.published.ts";
import { paths } from "../../web/paths.ts";
import { kindFacts } from "../attachment/attachment.ts";
import type { PublicAnswer } from "./published.ts";

export interface FeedSite {
  readonly origin: string;
  readonly government: string;
  readonly title: string;
  readonly unitName: (code: string) => string;
}

/** Before anything was published, the feed is as old as feeds of computers can be. */
const EARLIEST = "1970-01-01T00:00:00.000Z";

export async function feedOf(answers: readonly PublicAnswer[], site: FeedSite): Promise<string> {
  const { Feed } = await import("feed");
  const home = `${site.origin}${paths.publishedAnswers()}`;
  const feed = new Feed({
    id: home,
    link: home,
    title: `${site.title} - ${site.government}`,
    language: "zh-CN",
    copyright: site.government,
    updated: new Date(answers[0]?.publishedAt ?? EARLIEST),
    feedLinks: { atom: `${site.origin}${paths.publishedFeed()}` },
    author: { name: site.government },
  });
  for (const { id, content, unit, publishedAt, changedAt } of answers) {
    const link = `${site.origin}${paths.publishedAnswer(id)}`;
    const date = new Date(publishedAt ?? changedAt);
    const author = [{ name: site.unitName(unit) }];
    feed.addItem({
      id: link,
      link,
      title: content.subject,
      description: content.question,
      content: escaped(content.answer),
      date,
      published: date,
      author,
    });
  }
  return answers.reduce((text, answer) => withEnclosures(text, answer, site.origin), feed.atom1());
}

/** RFC 4287 §4.2.7.2 lets an entry have any number of them; the library writes one, and takes its type for a picture. */
function withEnclosures(feed: string, { id, files }: PublicAnswer, origin: string): string {
  const entry = `<id>${origin}${paths.publishedAnswer(id)}</id>`;
  const links = files.map((file) => {
    const href = `${origin}${publishedFilePath(id, file.id)}`;
    const { contentType } = kindFacts[file.kind];
    return `<link rel="enclosure" type="${contentType}" length="${file.sizeBytes}" title="${attribute(file.name)}" href="${href}"/>`;
  });
  return feed.replace(entry, () => [entry, ...links].join("\n        "));
}
const attribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The library marks content as HTML, which a plain text becomes by this. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br/>");
