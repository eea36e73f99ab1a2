/**
 * How often a wrong telephone may be shown for the code of a booking. Whoever has seen a code can try, so no count that a
 * stranger can fill may stand between a booking and its person. Pure.
 *
 * The last four digits are one of 10,000. From one address five wrong tries in a quarter of an hour, and from all addresses
 * together twenty in thirty days, which is longer than a booking waits for its day: 20 in 10,000, so 1 in 500 for each
 * code that is known to a guesser, however many machines they have. When these twenty are used up, the last four digits open the code for
 * nobody any more, and its person types the whole telephone number instead, of which strangers cannot use up the tries: it
 * is counted for each address apart. There are 7 x 10^8 mobile numbers, and 10^6 or so for who knows the blocks of a county:
 * ten tries a day and address are 1 in 100,000 a day and address even for them.
 *
 * What remains: somebody behind the very same address, such as the network of one house, who uses up both. Then the
 * person waits, or asks from another network; that of a mobile operator is enough.
 */
import type { TryLimit } from "../progress/progress.ts";
import { TRY_WINDOW_SECONDS, tryLimits } from "../progress/progress.ts";

const DAY_SECONDS = 24 * 3600;

export const phoneTries = {
  /** The last four digits of one code, from one address. */
  here: { most: 5, seconds: TRY_WINDOW_SECONDS },
  /** The same from all addresses together. */
  everywhere: { most: 20, seconds: 30 * DAY_SECONDS },
  /** The whole number for one code, from one address. */
  whole: { most: 10, seconds: DAY_SECONDS },
  /** Whatever is shown for whichever codes, from one address. */
  address: tryLimits.address,
} as const satisfies Record<string, TryLimit>;
