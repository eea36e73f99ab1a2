import { describe, expect, test } from "vitest";
import type { Attachments } from "../../functions/attachment/attachment.service.ts";
import type { CaseFile } from "../../functions/attachment/attachment.ts";
import { openDrafts } from "../../functions/disclosure/disclosure.draft.service.ts";
import { openDraftStore } from "../../functions/disclosure/disclosure.draft.store.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, testVault } from "../support/world.ts";

const engine = useEngine();
const file: CaseFile = {
  id: `f${"0".repeat(32)}`,
  name: "证明.pdf",
  kind: "pdf",
  sizeBytes: 10,
  sha256: "00",
};

/** Drafts whose uploads are all fine, and what has been removed of them. `meanwhile` runs while one is looked at. */
function openDesk() {
  const removed: string[] = [];
  let meanwhile = async () => {};
  const attachments: Attachments = {
    offer: async () => ({ uploadId: `${file.id}.x`, form: { url: "", fields: {} } }),
    accept: async () => {
      await meanwhile();
      return { ok: true, file };
    },
    link: async () => "",
    remove: async (ids) => void removed.push(...ids),
  };
  const store = openDraftStore(engine.table, testVault());
  const clock = clockAt("2026-03-02T02:00:00.000Z");
  const drafts = openDrafts({ store, attachments, clock: clock.now, random: systemRandom, units: ["zfb"] });
  return {
    drafts,
    removed,
    while: (work: () => Promise<void>) => {
      meanwhile = work;
    },
  };
}

describe("an upload that is told twice while the draft becomes a case", () => {
  test("keeps the bytes of what the draft had, because they belong to the case now", async () => {
    const desk = openDesk();
    const id = await desk.drafts.start();
    await desk.drafts.receiveUpload(id, `${file.id}.x`);
    // Another tab hands the draft in; the case holds the file and the draft goes.
    desk.while(() => engine.table.commit([{ kind: "delete", key: keyOf(id) }]));
    await expect(desk.drafts.receiveUpload(id, `${file.id}.x`)).rejects.toMatchObject({
      code: "draft_expired",
    });
    expect(desk.removed).toEqual([]);
  });

  test("takes the bytes of what the draft never had", async () => {
    const desk = openDesk();
    const id = await desk.drafts.start();
    desk.while(() => engine.table.commit([{ kind: "delete", key: keyOf(id) }]));
    await expect(desk.drafts.receiveUpload(id, `${file.id}.x`)).rejects.toMatchObject({
      code: "draft_expired",
    });
    expect(desk.removed).toEqual([file.id]);
  });
});

const keyOf = (id: string) => ({ pk: `DRAFT#${testVault().hash("draft", id)}`, sk: "DRAFT" });
