import { describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import { publish } from "../gazette/rig.ts";
import type { Rig } from "./rig.ts";

const GAZETTE = "/api/v1/gazette";
interface List {
  items: { id: string; title: string; validity: string | null }[];
  next: string | null;
}

export function describeGazette(rig: Rig) {
  describe("policies, announcements and news", () => {
    test("are listed by column, found and read by anybody", async () => {
      const { id } = await publish(rig.gazette.gazette, { change: { validUntil: "2025-12-31" } });
      await publish(rig.gazette.gazette, { kind: "news", change: { title: "新路通车" } });
      const policies = await rig.call<List>("GET", `${GAZETTE}/policy`);
      expect(policies.body).toMatchObject({ items: [{ id, validity: "lapsed" }], next: null });
      const news = await rig.call<List>("GET", `${GAZETTE}/news`);
      expect(news.body.items).toEqual([expect.objectContaining({ title: "新路通车", validity: null })]);
      const found = await rig.call<List>("GET", `${GAZETTE}/policy?q=${encodeURIComponent("高龄津贴")}`);
      expect(found.body.items.map((item) => item.id)).toEqual([id]);
      const elsewhere = await rig.call<List>("GET", `${GAZETTE}/news?q=${encodeURIComponent("高龄津贴")}`);
      expect(elsewhere.body.items).toEqual([]);
      const one = await rig.call("GET", `${GAZETTE}/items/${id}`);
      expect(one.body).toMatchObject({
        ...{ id, unit: "zfb", documentNumber: "示府规〔2025〕3号", writtenOn: "2025-06-01" },
        blocks: [{ kind: "heading", text: "一、对象" }, {}, {}, {}],
        link: `https://banshi.example/policies/${id}`,
      });
      for (const [path, { headers }] of [
        [`${GAZETTE}/policy`, policies],
        [`${GAZETTE}/items/${id}`, one],
      ] as const) {
        const again = await rig.call("GET", path, {
          headers: { "if-none-match": headers.get("etag") ?? "" },
        });
        expect([again.status, again.text]).toEqual([304, ""]);
      }
    });

    test("that were taken back are gone, those that never were are not found, nor is another column", async () => {
      const { id, version } = await publish(rig.gazette.gazette);
      const act = { id, deed: "withdraw", version, reason: "有误" } as const;
      await rig.gazette.gazette.act(people.reviewer, act);
      expect(await rig.call("GET", `${GAZETTE}/items/${id}`)).toMatchObject({
        status: 410,
        body: { code: "gazette_withdrawn" },
      });
      expect(await rig.call("GET", `${GAZETTE}/items/none`)).toMatchObject({
        status: 404,
        body: { code: "gazette_not_found" },
      });
      expect(await rig.call("GET", `${GAZETTE}/nothing`)).toMatchObject({
        status: 404,
        body: { code: "gazette_column_not_found" },
      });
    });
  });
}
