/** Bundles `sst.config.ts` as SST does, to run in this process instead of under Pulumi's program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { platform, type Recording, root } from "./recording.ts";

const external = [
  "@pulumi/*",
  "@pulumiverse/*",
  "@aws-sdk/*",
  "undici",
  "esbuild",
  "archiver",
  "glob",
  "vite",
];

/** The providers are globals in our files; SST writes these imports ahead of each. */
const globals: Plugin = {
  name: "globals",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path.includes("/.sst/") || path.includes("/node_modules/")) return undefined;
      const components = JSON.stringify(join(platform, "src/components"));
      const ahead = `import * as aws from "@pulumi/aws";import * as sst from ${components};`;
      return { contents: ahead + readFileSync(path, "utf8"), loader: "ts" };
    });
  },
};

/** Path of a module whose `result` is a promise of the outputs. It must lie where Pulumi's packages are found. */
export async function bundleStacks(name: string): Promise<string> {
  const outfile = join(platform, `stacks.${name}.mjs`);
  await build({
    stdin: {
      contents: `
        import { run } from ${JSON.stringify(join(platform, "src/auto/run.ts"))};
        import config from ${JSON.stringify(join(root, "sst.config.ts"))};
        export const result = run(config.run);`,
      resolveDir: platform,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "esnext",
    keepNames: true,
    logLevel: "error",
    external,
    inject: [join(platform, "src/shim/run.js")],
    plugins: [globals],
    banner: {
      js: `import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);
import { fileURLToPath as toPath } from "node:url"; const __filename = toPath(import.meta.url); const __dirname = toPath(new URL(".", import.meta.url));`,
    },
  });
  return outfile;
}

/** What `app()` says of a stage: it is asked before anything is declared. */
export async function readApp(stage: string): Promise<Recording["app"]> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "sst.config.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["./stacks/*"],
    banner: { js: "const $config = (config) => config;" },
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { default: config } = await import(`data:text/javascript;base64,${source}`);
  return config.app({ stage });
}
