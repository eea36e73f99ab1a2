import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import type { CaseFile } from "../../functions/attachment/attachment.ts";
import { openDraftStore } from "../../functions/disclosure/disclosure.draft.store.ts";
import { DRAFT_SECONDS } from "../../functions/disclosure/disclosure.draft.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { useEngine } from "../support/engine.ts";
import { testVault } from "../support/world.ts";

const engine = useEngine();
const start = "2026-11-23T08:00:00.000Z";
const store = () => openDraftStore(engine.table, testVault());
const at = (id: string, seconds = 0) => ({ id, now: plusSeconds(start, seconds) });
const file = (number: number): CaseFile => ({
  id: `f${number}`,
  name: `身份证${number}.pdf`,
  kind: "pdf",
  sizeBytes: 10,
  sha256: "00",
});

describe("a draft", () => {
  test("keeps each page as it was saved", async () => {
    const drafts = store();
    await drafts.create(at("pages"));
    await drafts.savePage(at("pages", 1), "who", { name: "张三" });
    await drafts.savePage(at("pages", 2), "how-to-send", { routes: ["post", "email"] });
    const draft = await drafts.read(at("pages", 3));
    expect(draft?.pages).toEqual({
      who: { name: "张三" },
      "how-to-send": { routes: ["post", "email"] },
    });
  });

  test("loses nothing when two tabs save different pages at once", async () => {
    const drafts = store();
    await drafts.create(at("tabs"));
    const pages = Array.from({ length: 8 }, (_, index) => `page${index}`);
    await Promise.all(pages.map((page) => drafts.savePage(at("tabs", 1), page, { [page]: "x" })));
    expect(Object.keys((await drafts.read(at("tabs", 2)))?.pages ?? {}).sort()).toEqual(pages);
  });

  test("lives for a day after the last save and is then gone for reading and writing", async () => {
    const drafts = store();
    await drafts.create(at("day"));
    await drafts.savePage(at("day", DRAFT_SECONDS - 1), "who", { name: "李四" });
    expect(await drafts.read(at("day", 2 * DRAFT_SECONDS - 2))).toBeDefined();
    const late = at("day", 2 * DRAFT_SECONDS - 1);
    expect(await drafts.read(late)).toBeUndefined();
    const expired = { status: 410, code: "draft_expired" };
    await expect(drafts.savePage(late, "who", { name: "王五" })).rejects.toMatchObject(expired);
    await expect(drafts.addFile(late, file(1), "received")).rejects.toMatchObject(expired);
    await expect(drafts.handIn(late)).rejects.toMatchObject(expired);
    await expect(drafts.savePage(at("never"), "who", {})).rejects.toMatchObject(expired);
  });

  test("takes five files and no sixth, even when ten tabs try at once", async () => {
    const drafts = store();
    await drafts.create(at("files"));
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    const tries = await Promise.allSettled(
      numbers.map((number) => drafts.addFile(at("files", number), file(number), "received")),
    );
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(5);
    for (const each of tries)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "too_many_files" });
    const draft = await drafts.read(at("files", 20));
    expect(draft?.files).toHaveLength(5);
    const [first] = draft?.files ?? [];
    await drafts.addFile(at("files", 21), first as CaseFile, "received");
    expect((await drafts.read(at("files", 22)))?.files).toHaveLength(5);
  });

  test("gives its files in the order they came, and lets go of one", async () => {
    const drafts = store();
    await drafts.create(at("order"));
    for (const number of [3, 1, 2]) await drafts.addFile(at("order", 10 - number), file(number), "received");
    expect((await drafts.read(at("order", 20)))?.files.map(({ id }) => id)).toEqual(["f3", "f2", "f1"]);
    expect(await drafts.removeFile(at("order", 21), "f2")).toEqual({ owned: true });
    expect((await drafts.read(at("order", 22)))?.files.map(({ id }) => id)).toEqual(["f3", "f1"]);
    await expect(drafts.removeFile(at("order", 23), "f1, #pages")).rejects.toMatchObject({ status: 422 });
  });

  test("says what the last upload came to until it was shown", async () => {
    const drafts = store();
    await drafts.create(at("notice"));
    await drafts.setNotice(at("notice", 1), "file_type");
    expect((await drafts.read(at("notice", 2)))?.notice).toBe("file_type");
    await drafts.clearNotice(at("notice", 3));
    expect((await drafts.read(at("notice", 4)))?.notice).toBeUndefined();
  });
});

describe("clearing away", () => {
  test("finds drafts whose day is over with their files, and not the ones that were handed in", async () => {
    const drafts = store();
    await drafts.create(at("old", -10));
    await drafts.addFile(at("old", -9), file(4), "received");
    await drafts.create(at("handed", -10));
    await drafts.addFile(at("handed", -9), file(5), "received");
    expect((await drafts.handIn(at("handed", -8))).files).toHaveLength(1);
    expect(await drafts.removeFile(at("handed", -7), "f5")).toEqual({ owned: false });
    expect(await drafts.discard("handed")).toEqual([]);
    const expired = await drafts.findExpired(plusSeconds(start, DRAFT_SECONDS - 9));
    expect(expired.map(({ fileIds }) => fileIds)).toEqual([["f4"]]);
    for (const { key } of expired) await drafts.removeExpired(key);
    expect(await drafts.findExpired(plusSeconds(start, DRAFT_SECONDS - 9))).toEqual([]);
  });

  test("a discarded draft is gone and names the files that were its own", async () => {
    const drafts = store();
    await drafts.create(at("gone"));
    await drafts.addFile(at("gone", 1), file(6), "received");
    expect(await drafts.discard("gone")).toEqual(["f6"]);
    expect(await drafts.read(at("gone", 2))).toBeUndefined();
    expect(await drafts.discard("gone")).toEqual([]);
  });
});

test("neither the id nor anything that was typed stands in the table", async () => {
  const drafts = store();
  await drafts.create(at("marker-id"));
  await drafts.savePage(at("marker-id"), "who", { name: "marker-name" });
  await drafts.addFile(at("marker-id"), { ...file(7), name: "marker-file.pdf" }, "received");
  const everything = await engine.client.send(new ScanCommand({ TableName: "yichuang" }));
  expect(JSON.stringify(everything.Items)).not.toContain("marker");
});
