/** What follows when an item is published, revised or taken back: it is found, or found no more, within a minute. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { Publishing } from "../search/search.service.ts";
import type { SearchDocument } from "../search/search.ts";
import type { PublicItem } from "./gazette.record.ts";
import type { Gazette } from "./gazette.service.ts";
import { changedItem } from "./gazette.store.ts";
import { blocksOf } from "./gazette.ts";

export interface GazetteStreamServices {
  readonly gazette: Pick<Gazette, "readManyPublic">;
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly unitName: (code: string) => string;
  readonly log: Log;
}

const MOST_BODY_CHARACTERS = 4000;

export const documentOf = (
  { id, unit, kind, content }: PublicItem,
  unitName: (code: string) => string,
): SearchDocument => ({
  id,
  code: id,
  name: content.title,
  // Who has the number of a document types that.
  aliases: [content.documentNumber, content.indexNumber].filter((number) => number !== undefined),
  ...{ unit, unitName: unitName(unit), kind },
  ...{ audience: [], topics: [], lifeEvents: [], area: "", areaName: "", phones: [] },
  body: [content.organ, ...blocksOf(content.body).map(({ text }) => text)]
    .join("\n")
    .slice(0, MOST_BODY_CHARACTERS),
});

/** What is found is what everybody may read now, and not what the record of the change held. */
export const gazetteStreamJob = ({ gazette, publishing, unitName, log }: GazetteStreamServices) =>
  openStreamBatchJob({
    wanted: (change) => changedItem(change) !== undefined,
    onError: (error) => log.error("index of the gazette not published", errorAttributes(error)),
    async work(changes) {
      const ids = [...new Set(changes.flatMap((change) => changedItem(change) ?? []))];
      const read = await gazette.readManyPublic(ids);
      const removed = ids.filter((id) => !read.some((item) => item.id === id));
      await publishing.publishIndex({ changed: read.map((item) => documentOf(item, unitName)), removed });
    },
  });
