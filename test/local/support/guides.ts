import { expect } from "vitest";
import { demoGuides } from "../../../stacks/local/demo-guides.ts";
import type { Run } from "./start.ts";

/** As a citizen asks, once the stream has brought all of them into the index. */
export async function guidesAreFound(run: Run): Promise<void> {
  interface Found {
    readonly total: number;
    readonly items: readonly { readonly id: string; readonly name: string }[];
  }
  const find = async (text: string) => {
    const answer = await fetch(`${run.origin}/api/v1/guides?q=${encodeURIComponent(text)}`);
    return (await answer.json()) as Found;
  };
  const wantedTotal = demoGuides(run.origin, "2026-03-02").length;
  // A function looks for a newer index once a minute.
  await expect.poll(async () => (await find("")).total, { timeout: 90_000 }).toBe(wantedTotal);
  const { items } = await find("社保卡丢了怎么办");
  expect(items[0]?.name).toBe("社会保障卡挂失与补领");
  const page = await fetch(`${run.origin}/guides/${items[0]?.id}`);
  expect([page.status, (await page.text()).includes("怕里面的钱被取走")]).toEqual([200, true]);
}
