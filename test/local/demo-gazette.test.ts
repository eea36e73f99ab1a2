import { describe, expect, test } from "vitest";
import { detectKind } from "../../functions/attachment/attachment.type.ts";
import { addDays, dayOf } from "../../functions/calendar/calendar.day.ts";
import { faultsOf } from "../../functions/gazette/gazette.check.ts";
import { keepsBack, MOST_GAZETTE_FILES } from "../../functions/gazette/gazette.file.ts";
import { gazetteKinds, isGazetteId } from "../../functions/gazette/gazette.ts";
import { personalIn } from "../../functions/published/published.personal.ts";
import { openReleaseChecks } from "../../functions/release/release.service.ts";
import { daysBefore, demoIdOf } from "../../stacks/local/demo-gazette/demo-item.ts";
import { gazetteFiles } from "../../stacks/local/demo-gazette/gazette-file.ts";
import { demoForm, demoGazette } from "../../stacks/local/demo-gazette.ts";
import { demoGuides } from "../../stacks/local/demo-guides.ts";
import { units } from "../../stacks/local/units.ts";

/** Also on the first day of a year, on which everything was written the year before. */
describe.each(["2026-11-26", "2027-01-01", "2028-02-29"])("the gazette of the demo, begun on %s", (today) => {
  const items = demoGazette(daysBefore(today));
  const names = new Set(demoGuides("http://127.0.0.1:3000", today).map(({ guide }) => guide.taskName));
  const codeOf = (name: string) => (names.has(name) ? "CODE-1" : undefined);

  test.each(items.map((item) => [item.key, item] as const))("%s can be written on its day", (_key, item) => {
    const form = demoForm(item, { codeOf, origin: "http://127.0.0.1:3000" });
    expect(faultsOf(form, item.kind, addDays(today, -item.ago))).toEqual([]);
    expect(units.map(({ code }) => code)).toContain(item.unit);
    expect([...form.title].length).toBeLessThanOrEqual(60);
    expect(form.body.length).toBeGreaterThan(60);
    expect(personalIn(`${form.title}\n${form.body}`, [])).toEqual([]);
    if (item.kind !== "news") expect(form.writtenOn).toBeDefined();
  });

  test("is named by guides that lead to it, and leads to them", () => {
    const origin = "http://127.0.0.1:3000";
    const linked = demoGuides(origin, today).flatMap(({ guide }) =>
      guide.policies.flatMap(({ name, link }) =>
        link === undefined ? [] : [{ guide: guide.taskName, name, link }],
      ),
    );
    expect(linked.length).toBeGreaterThan(1);
    for (const { guide, name, link } of linked) {
      const item = items.find(({ key }) => link === `${origin}/announcements/${demoIdOf(key)}`);
      expect([item?.kind, item?.title, item?.guides?.includes(guide)]).toEqual(["announcement", name, true]);
    }
  });

  test("names what took a policy's place after that was there, and each item once", () => {
    for (const { later } of items) {
      if (later === undefined) continue;
      const next = items.find(({ key }) => key === later.successor);
      expect([later.successor, (next?.ago ?? -1) > later.ago]).toEqual([later.successor, true]);
    }
    const ids = items.map(({ key }) => demoIdOf(key));
    expect(new Set(ids).size).toBe(items.length);
    expect(ids.every(isGazetteId)).toBe(true);
  });

  test("has every column, and something for each list of an office", () => {
    for (const kind of gazetteKinds)
      expect(items.filter((item) => item.kind === kind && item.state === undefined).length).toBeGreaterThan(
        5,
      );
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set([undefined, "draft", "review"]));
    expect(items.some(({ more }) => (more?.from ?? "") > today)).toBe(true);
    expect(dayOf(`${today}T03:10:00.000Z`)).toBe(today);
  });
});

describe("the files of the gazette", () => {
  const checks = (bytes: Uint8Array) =>
    openReleaseChecks({
      attachments: {
        readData: async () => bytes,
        keepMade: () => Promise.reject(new Error("none is cleaned")),
      },
      store: { read: async () => undefined, keep: async () => undefined },
      scanner: undefined,
      log: { warn: () => undefined },
    });

  test.each(Object.entries(gazetteFiles))(
    "%s: are what they say, and nothing in them keeps them back",
    async (key, files) => {
      const item = demoGazette(daysBefore("2026-11-26")).find((each) => each.key === key);
      expect(item?.body.join("")).toContain("附件");
      expect(files.length).toBeLessThanOrEqual(MOST_GAZETTE_FILES);
      for (const each of files) {
        const { name, bytes: made } = await each.make();
        const bytes = made();
        const kind = await detectKind(bytes);
        expect([name, kind]).toEqual([each.name, name.split(".").at(-1)]);
        if (kind === undefined) continue;
        const file = { id: "f1", name, kind, sizeBytes: bytes.length, sha256: "" };
        const { findings } = await checks(bytes).check("text", file);
        expect(findings.filter(({ code }) => keepsBack(file, code))).toEqual([]);
        expect(bytes.length).toBeGreaterThan(2_000);
        expect(bytes.length).toBeLessThan(50_000);
      }
    },
  );
});
