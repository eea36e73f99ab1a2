/** Guides as other systems read them: found, listed, read one by one, and kept by caches. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Rig } from "./rig.ts";

interface Hit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly others: readonly unknown[];
}
interface List {
  readonly total: number;
  readonly how: string;
  readonly items: readonly Hit[];
  readonly next: string | null;
}

const GUIDES = "/api/v1/guides";
const q = (text: string, rest = "") => `${GUIDES}?q=${encodeURIComponent(text)}${rest}`;

export function describeGuides(rig: Rig) {
  describe("guides", () => {
    let id: string;
    beforeAll(async () => {
      id = await rig.guide.publish({ taskName: "社会保障卡补领", aliases: ["社保卡丢了"] });
      for (let n = 1; n <= 24; n += 1)
        await rig.guide.publish({ taskName: `道路占用许可 ${n}`, deptCode: "jtj", topics: ["交通"] });
    }, 120_000);

    test("are found in rank order, with id, code, name and unit", async () => {
      const { body } = await rig.call<List>("GET", q("社保卡丢了"));
      expect(body.items[0]).toMatchObject({ id, code: id, name: "社会保障卡补领", unit: "rsj", others: [] });
    });

    test.each([
      ["unit=jtj", 24],
      [`topic=${encodeURIComponent("交通")}`, 24],
      ["unit=nobody", 0],
      ["", 25],
    ])("?%s keeps %d", async (query, total) => {
      const { body } = await rig.call<List>("GET", `${GUIDES}?${query}`);
      expect(body).toMatchObject({ total, how: "all" });
    });

    test("come page by page under a cursor, each once", async () => {
      const names: string[] = [];
      let next: string | null = "";
      while (next !== null) {
        const page: { body: List } = await rig.call<List>("GET", `${GUIDES}?unit=jtj&cursor=${next}`);
        names.push(...page.body.items.map(({ name }) => name));
        next = page.body.next;
      }
      expect([names.length, new Set(names).size]).toEqual([24, 24]);
    });

    test("that are not there give the nearest names", async () => {
      const { body } = await rig.call<List>("GET", q("zzzz"));
      expect(body.how).toBe("nearest");
    });

    test.each(["x", "-1", "LTE", encodeURIComponent("🙂"), "a".repeat(300)])(
      "cursor %s is none",
      async (cursor) => {
        const { status, body } = await rig.call("GET", `${GUIDES}?cursor=${cursor}`);
        expect([status, body.code]).toEqual([400, "cursor_invalid"]);
      },
    );

    test.each([`${GUIDES}?q=`, `${GUIDES}/suggestions?q=`])(
      "%s of 10,000 characters is refused by field",
      async (path) => {
        const { status, body } = await rig.call("GET", path + encodeURIComponent("卡".repeat(3_000)));
        expect([status, body.errors]).toEqual([422, [{ field: "q", code: "q.too_long" }]]);
      },
    );

    test.each(["。！？", "'; DROP TABLE x", "<script>", "%ED%A0%80", "(a+)+$", "\\", "%00"])(
      "%s is a question like any other",
      async (text) => {
        const raw = text.startsWith("%") ? text : encodeURIComponent(text);
        expect((await rig.call("GET", `${GUIDES}?q=${raw}`)).status).toBe(200);
        expect((await rig.call("GET", `${GUIDES}/suggestions?q=${raw}`)).status).toBe(200);
      },
    );

    test("are suggested as one types, by name and by pinyin", async () => {
      for (const text of ["社会保障卡", "shbzk"]) {
        const { body } = await rig.call<{ items: Hit[] }>(
          "GET",
          `${GUIDES}/suggestions?q=${encodeURIComponent(text)}`,
        );
        expect(body.items[0]).toEqual({ id, name: "社会保障卡补领" });
      }
    });

    test("have all their names in one pack, compressed for who can read that", async () => {
      const { body } = await rig.call<{ items: Hit[]; version: string }>("GET", `${GUIDES}/names`);
      expect(body.items).toHaveLength(25);
      expect(body.items.find((row) => row.id === id)).toMatchObject({
        name: "社会保障卡补领",
        initials: "shbzkbl",
      });
      expect(body.version).not.toBe("");
      const headers = { "accept-encoding": "gzip" };
      const response = await rig.app.request(`${GUIDES}/names`, { headers });
      expect(response.headers.get("content-encoding")).toBe("gzip");
      const stream = response.body?.pipeThrough(new DecompressionStream("gzip"));
      expect(await new Response(stream).json()).toEqual(body);
    });
  });

  describe("one guide", () => {
    test("is read whole in one read, without what is ours alone", async () => {
      const id = await rig.guide.publish({ taskName: "One guide" });
      rig.engine.forget();
      const { body } = await rig.call("GET", `${GUIDES}/${id}`);
      expect(rig.engine.consumed.map(({ capacityUnits }) => capacityUnits)).toEqual([0.5]);
      expect(body).toMatchObject({ id, state: "published", version: 1, guide: { taskName: "One guide" } });
      expect(Object.keys(body)).not.toContain("unit");
    });

    test("says when it is paused and why, and when it is over", async () => {
      const id = await rig.guide.publish({ taskName: "Goes" });
      await rig.guide.pause(id, "系统升级");
      expect((await rig.call("GET", `${GUIDES}/${id}`)).body).toMatchObject({
        state: "paused",
        reason: "系统升级",
      });
      await rig.guide.abolish(id, "取消");
      const { status, body } = await rig.call("GET", `${GUIDES}/${id}`);
      expect([status, body.code]).toEqual([410, "guide_ended"]);
    });

    test.each(["1", "x".repeat(500), "..%2f", "%00"])("%s is none", async (wrong) => {
      const { status, body } = await rig.call("GET", `${GUIDES}/${wrong}`);
      expect([status, body.code]).toEqual([404, "guide_not_found"]);
    });

    test("speaks JSON-LD to who asks for it, and caches keep the two apart", async () => {
      const id = await rig.guide.publish({ taskName: "Linked" });
      const headers = { accept: "application/ld+json" };
      const linked = await rig.call("GET", `${GUIDES}/${id}`, { headers });
      expect(linked.headers.get("content-type")).toBe("application/ld+json");
      expect(linked.headers.get("vary")).toContain("accept");
      expect(JSON.stringify(linked.body)).toContain(`https://banshi.example/guides/${id}`);
      const plain = await rig.call("GET", `${GUIDES}/${id}`);
      expect(plain.headers.get("etag")).not.toBe(linked.headers.get("etag"));
    });

    test("and every list is not sent again to who has it", async () => {
      const id = await rig.guide.publish({ taskName: "Kept" });
      for (const path of [GUIDES, `${GUIDES}/suggestions?q=k`, `${GUIDES}/names`, `${GUIDES}/${id}`]) {
        const first = await rig.call("GET", path);
        const etag = first.headers.get("etag") ?? "";
        expect(etag).toMatch(/^(W\/)?"[0-9a-f]+"$/);
        const again = await rig.call("GET", path, { headers: { "if-none-match": etag } });
        expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
        const other = await rig.call("GET", path, { headers: { "if-none-match": '"0"' } });
        expect(other.status).toBe(200);
      }
    });
  });
}
