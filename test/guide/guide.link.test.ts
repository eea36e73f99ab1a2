/** Links alive: before a guide is published, and while citizens read it, on the real engine. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addressesOf, linkFindings, linksOf } from "../../functions/guide/guide.link.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import { useEngine } from "../support/engine.ts";
import { notFound, offline } from "../support/outbound.ts";
import { freshGuide, guidesOn, people } from "./desk.ts";
import { complete } from "./samples.ts";

const engine = useEngine();
const { clerk, reviewer } = people;

let desk: ReturnType<typeof guidesOn>;
let serial = 0;
beforeEach(() => {
  serial += 1;
  desk = guidesOn(engine.table);
});
/** What a test has published is over after it, so that the guides of the next one alone are due. */
afterEach(async () => {
  const { cards } = await desk.guides.list(clerk, { list: "published", limit: 100 });
  for (const { id } of cards) await desk.guides.act({ id, action: "abolish", actor: reviewer, reason: "x" });
});

const page = (name: string): string => `https://office.example/${serial}/${name}`;
const withLink = (more: Partial<Guide> = {}): Guide =>
  freshGuide({ isOnline: true, linkAddr: page("do"), ...more });

const days = (count: number) => count * 24 * 3600;

async function listed(): Promise<readonly string[]> {
  const found = await desk.guides.list(clerk, { list: "links", limit: 50 });
  return found.cards.map(({ id }) => id);
}

describe("the links of a guide", () => {
  test("are every address that a citizen can tap, and nothing else", () => {
    const guide: Guide = {
      ...complete,
      materials: [{ materialName: "表", form: "https://a.example/f", example: "窗口领取" }],
      linkAddr: "https://a.example/do",
      reservationAddr: "javascript:alert(1)",
      results: [{ name: "证", sample: "https://a.example/s" }],
      policies: [{ name: "办法", link: "https://a.example/do" }, { name: "法" }],
    };
    expect(linksOf(guide)).toEqual([
      { field: "materials.0.form", address: "https://a.example/f" },
      { field: "linkAddr", address: "https://a.example/do" },
      { field: "results.0.sample", address: "https://a.example/s" },
      { field: "policies.0.link", address: "https://a.example/do" },
    ]);
    expect(addressesOf(guide)).toHaveLength(3);
  });
});

describe("before a guide is published", () => {
  test("a dead link stops it with the field and the reason, and it goes on once the link is put right", async () => {
    const guide = withLink({ policies: [{ name: "办法", link: page("rules") }] });
    desk.sites.set(page("rules"), notFound);
    const { id } = await desk.guides.startDraft({ guide, actor: clerk });
    await expect(desk.guides.act({ id, action: "hand_in", actor: clerk })).rejects.toMatchObject({
      status: 422,
      code: "guide_has_errors",
      errors: [{ field: "policies.0.link", code: "link.dead" }],
    });
    const { head, versions, links } = await desk.guides.readForOffice(id, clerk);
    expect(head.work?.state).toBe("draft");
    expect(linkFindings(versions[0]?.guide as Guide, links)).toEqual([
      { field: "policies.0.link", code: "link.dead", severity: "error" },
    ]);
    await desk.guides.saveDraft({ id, guide: { ...guide, policies: [] }, actor: clerk });
    expect((await desk.guides.act({ id, action: "hand_in", actor: clerk })).work?.state).toBe("review");
  });

  test("a link that has died since it was handed in stops the approval", async () => {
    const { id } = await desk.guides.startDraft({ guide: withLink(), actor: clerk });
    await desk.guides.act({ id, action: "hand_in", actor: clerk });
    desk.clock.pass(3601);
    desk.sites.set(page("do"), { kind: "answered", status: 410 });
    await expect(desk.guides.act({ id, action: "approve", actor: reviewer })).rejects.toMatchObject({
      errors: [{ field: "linkAddr", code: "link.dead" }],
    });
    expect(await desk.guides.readLive(id)).toBeUndefined();
  });

  test("an address inside the office stops it too", async () => {
    desk.sites.set(page("do"), { kind: "refused", why: "not_public" });
    const { id } = await desk.guides.startDraft({ guide: withLink(), actor: clerk });
    await expect(desk.guides.act({ id, action: "hand_in", actor: clerk })).rejects.toMatchObject({
      errors: [{ field: "linkAddr", code: "link.private" }],
    });
  });

  test.each([
    ["no network", offline, "unreachable"],
    ["an error of the site", { kind: "answered", status: 502 } as const, "unreachable"],
    ["a site that answers no programs", { kind: "answered", status: 412 } as const, "alive"],
    ["a page behind a sign-in", { kind: "answered", status: 403 } as const, "alive"],
  ])("%s stops nothing", async (_, reached, state) => {
    desk.sites.set(page("do"), reached);
    const id = await desk.publish(withLink());
    const { links } = await desk.guides.readForOffice(id, clerk);
    expect(links).toMatchObject([{ address: page("do"), state }]);
    expect((await desk.guides.readLive(id))?.state).toBe("published");
  });

  test("what was alive within the hour is not asked again, and who may not publish asks nobody", async () => {
    await desk.publish(withLink());
    expect(desk.sites.asked).toEqual([page("do")]);
    const { id } = await desk.guides.startDraft({
      guide: withLink({ linkAddr: page("else") }),
      actor: clerk,
    });
    await expect(
      desk.guides.act({ id, action: "hand_in", actor: people.clerkElsewhere }),
    ).rejects.toMatchObject({ status: 403 });
    expect(desk.sites.asked).toEqual([page("do")]);
  });
});

describe("while citizens read it", () => {
  test("the next run looks at what is new, then a week passes; a dead link is work until it is put right", async () => {
    const id = await desk.publish(withLink());
    expect(await desk.guides.checkLinks()).toEqual({ guides: 1, links: 1, broken: 0 });
    expect(await desk.guides.checkLinks()).toMatchObject({ guides: 0 });
    desk.sites.set(page("do"), notFound);
    desk.clock.pass(days(7) - 1);
    expect(await desk.guides.checkLinks()).toMatchObject({ guides: 0 });
    desk.clock.pass(1);
    expect(await desk.guides.checkLinks()).toEqual({ guides: 1, links: 1, broken: 1 });
    expect(await listed()).toEqual([id]);
    // Broken ones are looked at every day, so that the list is true.
    desk.sites.set(page("do"), { kind: "answered", status: 200 });
    desk.clock.pass(days(1));
    expect(await desk.guides.checkLinks()).toEqual({ guides: 1, links: 1, broken: 0 });
    expect(await listed()).toEqual([]);
  });

  test("a new version leaves the list, and one that is abolished is looked at no more", async () => {
    const [first, second] = [withLink(), withLink({ linkAddr: page("old") })];
    const [one, two] = [await desk.publish(first), await desk.publish(second)];
    desk.sites.set(page("do"), notFound);
    desk.sites.set(page("old"), notFound);
    await desk.guides.checkLinks();
    expect([...(await listed())].sort()).toEqual([one, two].sort());
    await desk.guides.revise({ id: one, actor: clerk });
    await desk.guides.saveDraft({ id: one, guide: { ...first, linkAddr: page("new") }, actor: clerk });
    await desk.guides.act({ id: one, action: "hand_in", actor: clerk });
    await desk.guides.act({ id: one, action: "approve", actor: reviewer });
    await desk.guides.act({ id: two, action: "abolish", actor: reviewer, reason: "停办" });
    expect(await listed()).toEqual([]);
    desk.sites.asked.length = 0;
    desk.clock.pass(days(8));
    await desk.guides.checkLinks();
    expect(desk.sites.asked).toEqual([page("new")]);
  });

  test("three days unreachable are work, unless nothing at all could be reached", async () => {
    const id = await desk.publish(withLink());
    desk.sites.set(page("do"), offline);
    for (let day = 0; day < 4; day += 1) {
      await desk.guides.checkLinks();
      desk.clock.pass(days(1));
    }
    expect(await listed()).toEqual([]);
    await desk.publish(withLink({ linkAddr: page("well") }));
    for (let day = 0; day < 3; day += 1) {
      expect(await listed()).toEqual([]);
      await desk.guides.checkLinks();
      desk.clock.pass(days(1));
    }
    expect(await listed()).toEqual([id]);
  });

  test("a run takes a bounded portion, those that have waited the longest first, with one query and no scan", async () => {
    const ids: string[] = [];
    for (let place = 0; place < 45; place += 1) {
      ids.push(await desk.publish(withLink({ linkAddr: page(String(place)) })));
      desk.clock.pass(1);
    }
    desk.sites.asked.length = 0;
    engine.forget();
    expect(await desk.guides.checkLinks()).toEqual({ guides: 40, links: 40, broken: 0 });
    expect([...desk.sites.asked].sort()).toEqual(
      ids
        .slice(0, 40)
        .map((_, place) => page(String(place)))
        .sort(),
    );
    const count = (operation: string) =>
      engine.consumed.filter((each) => each.operation === operation).length;
    expect([count("query"), count("getMany"), count("write")]).toEqual([1, 2, 40]);
    expect(await desk.guides.checkLinks()).toMatchObject({ guides: 5 });
  }, 60_000);
});
