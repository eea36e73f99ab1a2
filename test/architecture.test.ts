/** The directions of the house, from the import graph that esbuild sees (types already erased). */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";

interface Import {
  readonly path: string;
  readonly external: boolean;
}
const graph = new Map<string, readonly Import[]>();

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "functions", "web", "stacks"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file));
const sources = files.filter((file) => /^(functions|web)\//.test(file));
const entries = ["api", "citizen", "office", "schedule", "stream"].map((name) => `functions/${name}.ts`);

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: sources,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    write: false,
    outdir: "out",
    metafile: true,
    logLevel: "silent",
    loader: { ".scss": "empty" },
  });
  for (const [file, { imports }] of Object.entries(metafile.inputs))
    graph.set(
      file,
      imports.map(({ path, external }) => ({ path, external: external === true })),
    );
}, 60_000);

const importsOf = (file: string) => graph.get(file) ?? [];
const name = (file: string) => file.split("/").at(-1) ?? file;
const folder = (file: string) => file.split("/").slice(0, 2).join("/");
const isKit = (file: string) => file.startsWith("functions/kit/");
const isModel = (file: string) =>
  file.startsWith("functions/") && file.split("/").length === 3 && !isKit(file) && roleOf(file) === "model";

/** The role suffix of a capability's file; a topic before it is allowed: `disclosure.draft.store.ts`. */
function roleOf(file: string): string {
  const parts = name(file)
    .replace(/\.tsx?$/, "")
    .split(".");
  const found = parts
    .slice(1)
    .reverse()
    .find((part) => roles.includes(part));
  return found ?? "model";
}
const roles = ["store", "service", "citizen", "office", "api", "jobs"];
/** Parts of a service that stand in files of their own, and adapters to the outside, are named here, one by one. */
const serviceParts = new Set([
  "functions/identity/identity.bearer.ts",
  "functions/identity/identity.issuer.ts",
  "functions/identity/identity.oidc.ts",
  "functions/identity/identity.transaction.ts",
  "functions/attachment/attachment.words.ts",
  "functions/case/case.chain.ts",
  "functions/case/case.lookup.ts",
  "functions/disclosure/disclosure.access.ts",
  "functions/disclosure/disclosure.consultation.ts",
  "functions/disclosure/disclosure.enter.ts",
  "functions/disclosure/disclosure.find.ts",
  "functions/disclosure/disclosure.follow.ts",
  "functions/disclosure/disclosure.opening.ts",
  "functions/disclosure/disclosure.parts.ts",
  "functions/disclosure/disclosure.prepare.aside.ts",
  "functions/disclosure/disclosure.prepare.day.ts",
  "functions/disclosure/disclosure.prepare.sent.ts",
  "functions/disclosure/disclosure.prepare.ts",
  "functions/disclosure/disclosure.read.ts",
  "functions/disclosure/disclosure.recount.ts",
  "functions/disclosure/disclosure.silence.ts",
  "functions/disclosure/disclosure.split.ts",
  "functions/disclosure/disclosure.submit.ts",
  "functions/evidence/evidence.seal.ts",
  "functions/evidence/evidence.zip.ts",
  "functions/letter/letter.check.ts",
  "functions/letter/letter.merge.ts",
  "functions/letter/letter.reading.ts",
  "functions/letter/letter.template.ts",
  "functions/letter/letter.xml.ts",
  "functions/notice/notice.failure.ts",
  "functions/notice/notice.gateway.ts",
  "functions/notice/notice.mail.ts",
  "functions/release/release.clean.docx.ts",
  "functions/release/release.clean.pdf.ts",
  "functions/release/release.clean.redact.ts",
  "functions/release/release.dom.ts",
  "functions/release/release.pdf.ts",
  "functions/release/release.scan.ts",
  "functions/report/report.document.ts",
  "functions/report/report.recount.ts",
  "functions/report/report.sheet.ts",
  "functions/sheet/sheet.xlsx.ts",
]);

const offences = (rule: (file: string, each: Import) => boolean): string[] =>
  [...graph].flatMap(([file, imports]) =>
    imports.filter((each) => rule(file, each)).map((each) => `${file} -> ${each.path}`),
  );

describe("the directions of the house", () => {
  test("the graph was read", () => {
    expect(graph.size).toBeGreaterThan(60);
    expect(importsOf("functions/app.citizen.ts").length).toBeGreaterThan(5);
  });

  test("models import only valibot, time, other models, the calendar and kit's plain types", () => {
    const packages = [
      ...["valibot", "temporal-polyfill", "chinese-days", "file-type"],
      // What decodes, tables and spells texts is as pure as what uses it.
      ...["entities", "csv-parse", "csv-stringify", "pinyin-pro"],
    ];
    const allowed = (path: string, external: boolean) =>
      external
        ? packages.some((each) => path === each || path.startsWith(`${each}/`))
        : isModel(path) || plainKit.has(path);
    const plainKit = new Set(["functions/kit/clock.ts", "functions/kit/form.ts", "functions/kit/problem.ts"]);
    expect(
      offences(
        (file, { path, external }) => isModel(file) && !serviceParts.has(file) && !allowed(path, external),
      ),
    ).toEqual([]);
  });

  test("the AWS SDK is reached through kit and wiring only", () => {
    const doors = /^functions\/(kit\/(table|bucket|vault\.keys)(\.\w+)?|wiring\.ground)\.ts$/;
    expect(offences((file, { path }) => path.startsWith("@aws-sdk/") && !doors.test(file))).toEqual([]);
  });

  test("sst is known to kit/config only; middy and hono/aws-lambda to kit/lambda only", () => {
    expect(
      offences((file, { path }) => /^sst(\/|$)/.test(path) && file !== "functions/kit/config.ts"),
    ).toEqual([]);
    const shell = (path: string) => path.startsWith("@middy/") || path === "hono/aws-lambda";
    expect(offences((file, { path }) => shell(path) && file !== "functions/kit/lambda.ts")).toEqual([]);
  });

  test("routes never import a store, services never import hono", () => {
    const isRoute = (file: string) =>
      ["citizen", "office", "api"].includes(roleOf(file)) && file.split("/").length > 2;
    expect(
      offences(
        (file, { path }) => isRoute(file) && roleOf(path) === "store" && path.startsWith("functions/"),
      ),
    ).toEqual([]);
    expect(offences((file, { path }) => roleOf(file) === "service" && /^hono(\/|$)/.test(path))).toEqual([]);
  });

  test("web takes nothing but types from functions", () => {
    expect(offences((file, { path }) => file.startsWith("web/") && path.startsWith("functions/"))).toEqual(
      [],
    );
  });

  test("kit imports no capability and no page", () => {
    expect(offences((file, { path, external }) => isKit(file) && !external && !isKit(path))).toEqual([]);
  });

  test("nothing imports an entry, and an entry has ten lines at most", () => {
    expect(offences((_, { path }) => entries.includes(path))).toEqual([]);
    for (const entry of entries)
      expect(readFileSync(entry, "utf8").trim().split("\n").length).toBeLessThanOrEqual(10);
  });

  test("there are no cycles", () => {
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
        return;
      }
      state.set(file, "open");
      for (const each of importsOf(file)) if (!each.external) visit(each.path, [...path, file]);
      state.set(file, "done");
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test("a capability reaches another's store only through wiring and the parts it is given", () => {
    const crossing = offences(
      (file, { path }) =>
        roleOf(path) === "store" &&
        path.startsWith("functions/") &&
        folder(file) !== folder(path) &&
        !/^functions\/(wiring(\.\w+)?|disclosure\/disclosure\.parts)\.ts$/.test(file),
    );
    expect(crossing).toEqual([]);
  });

  test("stacks names handlers by path string only", () => {
    const stacks = files.filter((file) => file.startsWith("stacks/") && !file.startsWith("stacks/local/"));
    const importing = stacks.filter((file) => /from "\.\.\/functions\//.test(readFileSync(file, "utf8")));
    expect(importing).toEqual([]);
  });
});

describe("the rules of the house", () => {
  const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
  const where = (pattern: RegExp, except: (file: string) => boolean = () => false) =>
    [...texts].filter(([file, text]) => !except(file) && pattern.test(text)).map(([file]) => file);

  test("files have 200 lines at most", () => {
    const long = [...texts].filter(
      ([file, text]) => !file.includes("/copy/") && text.trimEnd().split("\n").length > 200,
    );
    expect(long.map(([file]) => file)).toEqual([]);
  });

  test("the environment is read in kit/config and in the stack on one machine only", () => {
    expect(
      where(/process\.env/, (file) => file === "functions/kit/config.ts" || file.startsWith("stacks/")),
    ).toEqual([]);
  });

  test("no module is mocked in any test", () => {
    const tests = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "test"], {
      encoding: "utf8",
    }).split("\n");
    const mocked = tests.filter(
      (file) => /\.tsx?$/.test(file) && new RegExp(`vi\\.${"mock"}\\(`).test(readFileSync(file, "utf8")),
    );
    expect(mocked).toEqual([]);
  });

  test("Node itself can read every file: programs beside the table import services as they stand", () => {
    const unreadable = [...texts].filter(([file, text]) => file.endsWith(".ts") && !isReadable(text));
    expect(unreadable.map(([file]) => file)).toEqual([]);
    expect(isReadable("enum Light {}")).toBe(false);
  });

  test("no HTML goes into a component as a string", () => {
    expect(where(/dangerouslySetInnerHTML|\braw\(/)).toEqual([]);
  });

  test("there is no utils", () => {
    expect(files.filter((file) => /util|helper|misc|common\//i.test(file))).toEqual([]);
  });
});

function isReadable(text: string): boolean {
  try {
    stripTypeScriptTypes(text);
    return true;
  } catch {
    return false;
  }
}
