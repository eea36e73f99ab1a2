/** What follows from a change of the words: every search goes by them within a minute. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { Publishing } from "./search.service.ts";
import type { Wording } from "./search.wording.service.ts";
import { isRebuildChange, isWordsChange } from "./search.wording.store.ts";

/** Whoever has something to be found makes the index anew when it is asked for. */
export { isRebuildChange };

export interface WordsStreamServices {
  readonly wording: Pick<Wording, "current">;
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly log: Log;
}

/** Published are the words of now and not those of the record, so that a batch that comes late brings nothing back. */
export const wordsStreamJob = ({ wording, publishing, log }: WordsStreamServices) =>
  openStreamBatchJob({
    wanted: isWordsChange,
    onError: (error) => log.error("words not published", errorAttributes(error)),
    work: async () => {
      await publishing.publishIndex({ words: await wording.current() });
    },
  });
