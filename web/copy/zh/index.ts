import { about } from "./about.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { home } from "./home.ts";
import { problem } from "./problem.ts";

export const zh = {
  common,
  errors,
  home,
  problem,
  about,
};
