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
  /** The index of what the words were written for, and those of everything else that citizens search. */
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly others: readonly Pick<Publishing, "publishIndex">[];
  readonly log: Log;
}

/** Published are the words of now and not those of the record, so that a batch that comes late brings nothing back. */
export const wordsStreamJob = ({ wording, publishing, others, log }: WordsStreamServices) =>
  openStreamBatchJob({
    wanted: isWordsChange,
    onError: (error) => log.error("words not published", errorAttributes(error)),
    work: async () => {
      const words = await wording.current();
      await publishing.publishIndex({ words });
      // Who says 招工 means 招聘 everywhere; what answers a question first is a guide.
      for (const other of others) await other.publishIndex({ words: { ...words, pinned: [] } });
    },
  });
