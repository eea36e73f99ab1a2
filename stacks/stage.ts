/** The deployment at hand: the settings of this stage, read once from the environment of the deploy command. */
import { readSettings } from "./settings.ts";

export const stage = readSettings($app.stage, process.env);
