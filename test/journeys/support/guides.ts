/** Guides for a journey: a real file, taken in by the command that a county uses, by two people of its unit. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { demoGuides } from "../../../stacks/local/demo-guides.ts";
import { journeyFolder } from "../../support/journey-folder.ts";
import { Desk } from "./desk.ts";
import { expect } from "./journey.ts";
import { Screen } from "./screen.ts";

const UNIT = "rsj";
type OpenWindow = (options?: BrowserContextOptions) => Promise<Page>;

export interface TakenIn {
  readonly id: string;
  readonly name: string;
  readonly conditions: readonly string[];
  readonly materials: readonly string[];
}

/** Takes in one guide of the demo county under a name and a code of the journey's own. */
export async function takeIn(openWindow: OpenWindow, journey: string, item: number): Promise<TakenIn> {
  for (const person of [`clerk-${UNIT}`, `reviewer-${UNIT}`]) await Desk.signIn(await openWindow(), person);
  const found = demoGuides("http://127.0.0.1", "2026-03-02").find(({ unit }) => unit === UNIT);
  if (found === undefined) throw new Error("the demo county has no guide of this unit");
  const { guide } = found;
  const name = `${guide.taskName}（${journey}）`;
  const id = `${guide.taskCode}${String(item).padStart(2, "0")}`;
  const file = join(journeyFolder, "guides", `${journey}.jsonl`);
  mkdirSync(join(journeyFolder, "guides"), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...guide, taskHandleItem: id, taskName: name })}\n`);
  const command = ["stacks/local/guides.ts", "import", file, "--unit", UNIT];
  const people = ["--prepared-by", `clerk-${UNIT}`, "--approved-by", `reviewer-${UNIT}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...people], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: resolve(journeyFolder, "data") },
  });
  expect(`${status} ${stdout}${stderr}`).toMatch(/^0 /);
  return {
    ...{ id, name },
    conditions: (guide.acceptCondition ?? "").split("\n"),
    materials: guide.materials.map(({ materialName }) => materialName),
  };
}

export class GuideScreen extends Screen {
  /** Searches from the home page until it is found: who asks looks for a newer index once a minute. */
  async find(text: string, name: string): Promise<void> {
    await expect(async () => {
      await this.page.goto("/");
      await this.page.getByRole("searchbox").or(this.page.getByRole("combobox")).fill(text);
      await this.page.getByRole("button", { name: "搜索", exact: true }).click();
      await this.assertLoaded("搜索结果");
      await expect(this.link(name)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 100_000, intervals: [2_000] });
    await this.link(name).click();
    await this.assertLoaded(name);
  }

  /** Answers each condition; the last one as given, the others with yes. */
  async answer(conditions: readonly string[], last: string): Promise<void> {
    for (const [index, condition] of conditions.entries()) {
      const group = this.page.getByRole("group", { name: condition });
      await group.getByLabel(index === conditions.length - 1 ? last : "符合", { exact: true }).check();
    }
    await this.button("看看结果").click();
  }

  verdict = () => this.page.getByRole("status", { name: "自查结果" });
}
