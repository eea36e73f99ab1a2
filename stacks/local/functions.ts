import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StartFailure } from "./failure.ts";
import type { Handler, LambdaFunction } from "./invoke.ts";

/** The entries, with the seconds that each gets, as its declaration under `stacks/` says. */
const timeouts = { citizen: 20, office: 20, api: 20, schedule: 300, stream: 60 } as const;

export type EntryName = keyof typeof timeouts;
export const entries = Object.keys(timeouts) as readonly EntryName[];

/** Loads the functions of a bundle. The environment must be complete: entries read it while they load. */
export async function loadFunctions(bundle: string): Promise<Record<EntryName, LambdaFunction>> {
  const loaded = entries.map(async (name) => {
    const module = (await import(pathToFileURL(join(bundle, `${name}.mjs`)).href)) as { handler?: Handler };
    if (!module.handler) throw new StartFailure(`functions/${name}.ts exports no handler.`);
    return [name, { name, handler: module.handler, timeoutSeconds: timeouts[name] }] as const;
  });
  return Object.fromEntries(await Promise.all(loaded)) as Record<EntryName, LambdaFunction>;
}
