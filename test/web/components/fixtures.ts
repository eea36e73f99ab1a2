import { readFileSync } from "node:fs";
import { raw } from "hono/html";
import { expect, test } from "vitest";
import type { Content } from "../../../web/components/attributes.ts";
import { treeOf } from "../tree.ts";

/** The options of a govuk-frontend fixture, read through functions that say what is wanted. */
export type Options = Readonly<Record<string, unknown>>;

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

export interface Plan {
  component: string;
  /** Options that our component has a prop for, by path: "items[].hint.text". */
  supported: readonly string[];
  /** Options that it refuses on purpose; a fixture that uses one is left out. Anything in neither list fails. */
  refused: readonly string[];
  /** Fixtures left out for another reason, which stands beside the name. */
  skipped?: readonly string[];
  /** How many fixtures must run; fewer means that the comparison has quietly become empty. */
  runs: number;
  render: (options: Options) => unknown;
}

/** Compares our component with every fixture that uses only what we support. */
export function compareWithFixtures(plan: Plan): void {
  const fixtures = fixturesOf(plan.component);
  const running = fixtures.filter((fixture) => runs(fixture, plan));

  test(`${plan.component}: every option is supported or refused, and ${plan.runs} fixtures run`, () => {
    const all = new Set(fixtures.flatMap((fixture) => pathsOf(fixture.options, "")));
    const known = [...plan.supported, ...plan.refused];
    expect([...all].filter((path) => !known.includes(path))).toEqual([]);
    expect(running.length).toBe(plan.runs);
    expect(plan.runs).toBeGreaterThan(0);
  });

  test.each(running)(`${plan.component}: $name`, async ({ options, html }) => {
    expect(treeOf(String(await plan.render(options)))).toEqual(treeOf(html));
  });
}

function runs(fixture: Fixture, plan: Plan): boolean {
  if (plan.skipped?.includes(fixture.name)) return false;
  return pathsOf(fixture.options, "").every((path) => plan.supported.includes(path));
}

function fixturesOf(component: string): Fixture[] {
  const folder = "../../../node_modules/govuk-frontend/dist/govuk/components";
  const url = new URL(`${folder}/${component}/fixtures.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, "utf8")) as { fixtures: Fixture[] }).fixtures;
}

/** Paths of all leaves; what is undefined, null, false or empty asks for nothing and so needs no support. */
function pathsOf(value: unknown, path: string): string[] {
  if (value === undefined || value === null || value === false || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, `${path}[]`));
  if (typeof value !== "object") return [path];
  // Attributes are refused or supported as a whole, whatever they are called.
  if (path.endsWith("ttributes")) return Object.keys(value).length > 0 ? [path] : [];
  return Object.entries(value).flatMap(([name, one]) => pathsOf(one, path ? `${path}.${name}` : name));
}

export function text(options: Options | undefined, name: string): string | undefined {
  const value = options?.[name];
  return value === undefined || value === null || value === false || value === "" ? undefined : String(value);
}

export function flag(options: Options | undefined, name: string): boolean | undefined {
  const value = options?.[name];
  return typeof value === "boolean" ? value : undefined;
}

export function part(options: Options | undefined, name: string): Options | undefined {
  const value = options?.[name];
  return typeof value === "object" && value !== null ? (value as Options) : undefined;
}

export function parts(options: Options | undefined, name: string): Options[] {
  const value = options?.[name];
  return Array.isArray(value) ? value.filter(Boolean) : [];
}

/** Our components take elements where the templates take strings of HTML; only here are strings made into elements. */
export function content(options: Options | undefined, name = ""): Content {
  const html = text(options, name ? `${name}Html` : "html");
  return html === undefined ? text(options, name ? `${name}Text` : "text") : raw(html);
}
