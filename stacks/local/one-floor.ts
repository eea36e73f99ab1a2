/**
 * What an entry loads at once comes to stand in one file, and what it may load later in others.
 *
 * esbuild makes a file for each set of modules that the same entries reach. Each door of an app is such an entry, so
 * the ground floor that they all stand on falls into as many files as there are ways to combine doors: fifty, which a
 * cold start opens one by one, for a fifth of its time. A door that also reaches the whole ground floor, which is
 * there before any door opens, leaves one set of it, and one file.
 */
import { dirname } from "node:path";
import type { Plugin } from "esbuild";

const ROOM = "room";
/** Marks a question of our own, so that it is not taken for one to answer. */
const asked = {};

/** For a build of one entry alone: with several, each would load the ground floor of all. */
export function oneFloor(entry: string): Plugin {
  return {
    name: "one floor",
    setup({ onResolve, onLoad, resolve }) {
      const floor = new Set<string>();
      onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir, namespace, pluginData }) => {
        const wanted = kind === "dynamic-import" || importer === entry;
        if (!wanted || namespace === ROOM || pluginData === asked) return undefined;
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: asked });
        if (found.errors.length > 0 || found.external || found.namespace !== "file") return undefined;
        if (kind === "dynamic-import") return { path: found.path, namespace: ROOM, sideEffects: true };
        floor.add(found.path);
        // Or else a room that reaches it without using it would not count.
        return { path: found.path, sideEffects: true };
      });
      onLoad({ filter: /./, namespace: ROOM }, ({ path }) => {
        const room = JSON.stringify(path);
        const reached = [...floor].map((each) => `import ${JSON.stringify(each)};`);
        const contents = `${reached.join("")}import * as room from ${room};export * from ${room};export default room.default;`;
        return { contents, resolveDir: dirname(path) };
      });
    },
  };
}
