/** What follows when an answer becomes public or is taken back: it is found, or found no more, within a minute. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { Publishing } from "../search/search.service.ts";
import type { SearchDocument } from "../search/search.ts";
import type { OpenRecord } from "./advice.public.ts";
import type { AdviceService } from "./advice.service.ts";
import { changedRecord } from "./advice.store.ts";

export interface AdviceStreamServices {
  readonly advice: Pick<AdviceService, "readManyPublic">;
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly unitName: (code: string) => string;
  readonly log: Log;
}

const MOST_BODY_CHARACTERS = 4000;

export const adviceDocument = (
  { id, unit, kind, content }: OpenRecord,
  unitName: (code: string) => string,
): SearchDocument => ({
  ...{ id, code: id, name: content.subject, aliases: [], unit, unitName: unitName(unit) },
  ...{ audience: [], topics: [], lifeEvents: [], kind, area: "", areaName: "", phones: [] },
  body: `${content.question}\n${content.answer}`.slice(0, MOST_BODY_CHARACTERS),
});

/** What is found is what everybody may read now, and not what the record of the change held. */
export const adviceStreamJob = ({ advice, publishing, unitName, log }: AdviceStreamServices) =>
  openStreamBatchJob({
    wanted: (change) => changedRecord(change) !== undefined,
    onError: (error) => log.error("index of advice not published", errorAttributes(error)),
    async work(changes) {
      const ids = [...new Set(changes.flatMap((change) => changedRecord(change)?.id ?? []))];
      const read = await advice.readManyPublic(ids);
      await publishing.publishIndex({
        changed: read.map((record) => adviceDocument(record, unitName)),
        removed: ids.filter((id) => !read.some((record) => record.id === id)),
      });
    },
  });
