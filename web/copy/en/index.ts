import type { zh } from "../zh/index.ts";
import { about } from "./about.ts";
import { bookingProblem } from "./booking.problem.ts";
import { common } from "./common.ts";
import { consultation } from "./consultation.ts";
import { disclosure } from "./disclosure.ts";
import { errors } from "./errors.ts";
import { home } from "./home.ts";
import { notice } from "./notice.ts";
import { office } from "./office.ts";
import { problem } from "./problem.ts";
import { progress } from "./progress.ts";

export const en: typeof zh = {
  bookingProblem,
  common,
  consultation,
  disclosure,
  errors,
  home,
  office,
  notice,
  problem,
  progress,
  about,
};
