import { describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import { content, publishedCase } from "../published/rig.ts";
import type { Rig } from "./rig.ts";

const ANSWERS = "/api/v1/disclosure/answers";
interface List {
  items: { id: string; subject: string }[];
  next: string | null;
}

export function describeAnswers(rig: Rig) {
  describe("published answers", () => {
    const publish = (subject: string) => publishedCase(rig.forAnswers, { subject });

    test("are listed, found and read by anybody", async () => {
      const id = await publish("示范县学区划分方案");
      await publish("示范县2025年预算报告");
      const all = await rig.call<List>("GET", ANSWERS);
      expect([all.status, all.body.items.length, all.body.next]).toEqual([200, 2, null]);
      const found = await rig.call<List>("GET", `${ANSWERS}?q=${encodeURIComponent("学区划分")}`);
      expect(found.body.items).toEqual([expect.objectContaining({ id, subject: "示范县学区划分方案" })]);
      const one = await rig.call("GET", `${ANSWERS}/${id}`);
      expect(one.body).toMatchObject({
        ...{ id, unit: "zfb", answeredOn: "2026-03-02", question: content.question },
        outcome: { code: "disclosed", label: { zh: "予以公开" } },
        link: `https://banshi.example/answers/${id}`,
      });
      for (const [path, { headers }] of [
        [ANSWERS, all],
        [`${ANSWERS}/${id}`, one],
      ] as const) {
        const again = await rig.call("GET", path, {
          headers: { "if-none-match": headers.get("etag") ?? "" },
        });
        expect([again.status, again.text]).toEqual([304, ""]);
      }
      const nothing = await rig.call<List>("GET", `${ANSWERS}?q=zzzz&cursor=nonsense`);
      expect(nothing.body.items).toEqual([]);
    });

    test("that were taken back are gone, and those that never were are not found", async () => {
      const id = await publish("撤下的");
      const act = { act: "withdraw", version: 3, reason: "数字有误" } as const;
      await rig.forAnswers.answers.published.act(people.reviewer, id, act);
      expect(await rig.call("GET", `${ANSWERS}/${id}`)).toMatchObject({
        status: 410,
        body: { code: "published_withdrawn" },
      });
      expect(await rig.call("GET", `${ANSWERS}/none`)).toMatchObject({
        status: 404,
        body: { code: "published_not_found" },
      });
    });
  });
}
