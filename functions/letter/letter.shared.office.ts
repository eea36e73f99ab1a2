/** What the routes of letters are given. */
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import type { Random } from "../kit/id.ts";
import type { Letters } from "./letter.service.ts";

export interface LetterOfficeServices {
  readonly config: Pick<Config, "units" | "government" | "publicOrigin">;
  readonly letters: Letters;
  readonly clock: Clock;
  readonly random: Random;
}
