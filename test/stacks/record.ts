/** Records one scenario: a process of its own, because Pulumi's runtime keeps what it was told. */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entries } from "../../stacks/local/functions.ts";
import { bundleStacks, readApp } from "./bundle.ts";
import { createMocks } from "./mocks.ts";
import { type Build, cache, platform, root } from "./recording.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { startServer } from "./server.ts";

const name = process.argv[2] ?? "";
const scenario: Scenario | undefined = scenarios[name as keyof typeof scenarios];
if (scenario === undefined) throw new Error(`There is no scenario "${name}"`);

const work = join(cache, "work", name);
const assets = join(work, "assets");
const bundles = join(work, "deploy");
const artifact = join(work, "artifact");
for (const folder of [join(assets, "3f2a91"), artifact]) mkdirSync(folder, { recursive: true });
writeFileSync(join(assets, "3f2a91/site.css"), "body{}");
writeFileSync(join(assets, "built.json"), '{"version":"3f2a91"}');
writeFileSync(join(artifact, "index.mjs"), "export {};");
for (const entry of entries) {
  const folder = join(bundles, entry, "functions");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${entry}.mjs`), "export {};");
}

// Only what the scenario says counts, whatever the machine at hand has set.
for (const variable of Object.keys(process.env)) {
  if (/^(PUBLIC_|OIDC_|SMTP_|MAIL_|NOTICE_|ALARM_|ASSETS_|FUNCTIONS_|DOMAIN_|SST_|UNITS$)/.test(variable))
    delete process.env[variable];
}
Object.assign(process.env, scenario.environment, {
  ASSETS_FOLDER: assets,
  FUNCTIONS_FOLDER: bundles,
  SST_SECRET_DataKeys: '{"current":1,"keys":{"1":"kms:AA=="}}',
  SST_SECRET_OidcClientSecret: "of-the-test",
});

const builds: Build[] = [];
const server = await startServer({ builds, artifact });
process.env.SST_SERVER = server.url;

const app = await readApp(scenario.stage);
Object.assign(globalThis, {
  $app: { ...app, stage: scenario.stage, providers: {} },
  $dev: false,
  $cli: {
    command: "deploy",
    rpc: server.url,
    paths: { home: work, root, work, platform },
    state: { version: {} },
  },
});

const pulumi = createRequire(join(platform, "package.json"))("@pulumi/pulumi");
const { mocks, resources, optionsOf } = createMocks(scenario);
await pulumi.runtime.setMocks(mocks, app.name, scenario.stage, false);
const bundle = await bundleStacks(name);
const outputs = await pulumi.runtime.runInPulumiStack(async () => {
  pulumi.runtime.registerStackTransformation(optionsOf.watch);
  const { result } = await import(pathToFileURL(bundle).href);
  return result;
});
await pulumi.runtime.disconnect();
server.close();

/** Pulumi marks what is secret with a wrapper of this key. */
const SECRET = "4dabf18193072939515e22adb298388d";

const recording = {
  app,
  resources: resources.map((resource) => ({ ...resource, options: optionsOf.read(resource) })),
  builds,
  outputs: await plain(outputs),
};
const unwrapped = JSON.stringify(recording, (_, value) => (value?.[SECRET] ? value.value : value), 1);
writeFileSync(join(cache, `${name}.json`), unwrapped);

async function plain(value: unknown): Promise<unknown> {
  return new Promise((resolve) => pulumi.output(value).apply((known: unknown) => resolve(known)));
}
