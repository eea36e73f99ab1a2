/** What follows when an answer is published or taken back: it is found, or found no more, within a minute. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { Publishing } from "../search/search.service.ts";
import type { SearchDocument } from "../search/search.ts";
import type { Published } from "./published.service.ts";
import { changedAnswer } from "./published.store.ts";
import type { PublicAnswer } from "./published.ts";

export interface PublishedStreamServices {
  readonly published: Pick<Published, "readManyPublic">;
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly unitName: (code: string) => string;
  readonly log: Log;
}

const MOST_BODY_CHARACTERS = 4000;

export const documentOf = (
  { id, unit, content, answeredOn }: PublicAnswer,
  unitName: (code: string) => string,
): SearchDocument => ({
  id,
  code: id,
  name: content.subject,
  aliases: [],
  unit,
  unitName: unitName(unit),
  audience: [],
  topics: [],
  lifeEvents: [],
  kind: answeredOn.slice(0, 4),
  area: "",
  areaName: "",
  phones: [],
  body: `${content.question}\n${content.answer}`.slice(0, MOST_BODY_CHARACTERS),
});

/** What is found is what everybody may read now, and not what the record of the change held. */
export const publishedStreamJob = ({ published, publishing, unitName, log }: PublishedStreamServices) =>
  openStreamBatchJob({
    wanted: (change) => changedAnswer(change)?.publishedAt !== undefined,
    onError: (error) => log.error("index of answers not published", errorAttributes(error)),
    async work(changes) {
      const ids = [...new Set(changes.flatMap((change) => changedAnswer(change)?.id ?? []))];
      const read = await published.readManyPublic(ids);
      const removed = ids.filter((id) => !read.some((answer) => answer.id === id));
      await publishing.publishIndex({
        changed: read.map((answer) => documentOf(answer, unitName)),
        removed,
      });
    },
  });
