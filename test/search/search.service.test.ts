import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Log } from "../../functions/kit/log.ts";
import { openPublishing } from "../../functions/search/search.publish.service.ts";
import { openSearch } from "../../functions/search/search.service.ts";
import type { IndexBucket, Manifest } from "../../functions/search/search.store.ts";
import { useBucket } from "../support/bucket.ts";
import { clockAt, seededRandom } from "../support/world.ts";
import { documentOf } from "./documents.ts";
import { memoryBucket } from "./memory.ts";

const rig = useBucket();

/** An index of its own for each test, with everything that is done to the bucket. */
function world(name = `test-${randomUUID()}`) {
  const done: string[] = [];
  const said: string[] = [];
  const note = (level: string) => (message: string) => void said.push(`${level}: ${message}`);
  const log: Log = { info: note("info"), warn: note("warn"), error: note("error") };
  const counted = <Arguments extends [string, ...unknown[]], Answer>(
    what: string,
    work: (...given: Arguments) => Promise<Answer>,
  ) => {
    return (...given: Arguments): Promise<Answer> => {
      done.push(`${what} ${given[0].replace(`index/${name}/`, "")}`);
      return work(...given);
    };
  };
  const bucket: IndexBucket = {
    read: counted("read", rig.bucket.read),
    readTagged: counted("read", rig.bucket.readTagged),
    put: counted("put", rig.bucket.put),
    replace: counted("replace", rig.bucket.replace),
    remove: counted("remove", rig.bucket.remove),
  };
  const clock = clockAt("2026-11-25T08:00:00.000Z");
  const options = { bucket, clock: clock.now, log, name };
  const publisher = (seed = "one") =>
    openPublishing({ ...options, random: seededRandom(`${name} ${seed}`), sleep: async () => undefined });
  const keys = () =>
    rig.rig.s3.store.list(`index/${name}/`, "", 100).map(({ key }) => key.slice(`index/${name}/`.length));
  const manifest = async (): Promise<Manifest> =>
    JSON.parse(new TextDecoder().decode(await rig.bucket.read(`index/${name}/manifest.json`)));
  const damage = (file: string, bytes = "damaged") =>
    rig.bucket.put(`index/${name}/${file}`, new TextEncoder().encode(bytes), "application/gzip");
  const search = openSearch(options);
  const names = async (text = "") =>
    (await search.current()).searcher.search({ text }).hits.map((hit) => hit.name);
  return {
    search,
    publisher,
    publish: publisher().publishIndex,
    clock,
    names,
    keys,
    manifest,
    damage,
    done,
    said,
    options,
  };
}

const passport = documentOf({ id: "passport", name: "普通护照签发", body: "到出入境窗口" });
const card = documentOf({
  id: "card",
  name: "社会保障卡补办",
  aliases: ["社保卡"],
  unit: "rsj",
  unitName: "人社局",
});
const pension = documentOf({ id: "pension", name: "养老保险参保" });

describe("asking", () => {
  test("before anything was published finds nothing, and what is published within a minute", async () => {
    const { names, publish, clock, search, said } = world();
    expect(await names()).toEqual([]);
    expect((await search.current()).version).toBe("");
    const version = await publish({ changed: [passport, card] });
    expect(await names()).toEqual([]);
    clock.pass(60);
    expect(await names("护照")).toEqual(["普通护照签发"]);
    expect((await search.current()).version).toBe(version);
    expect(said).toEqual(["info: search index published"]);
  });

  test("reads the manifest every fifty seconds at most, files only when the version is new, and once for many", async () => {
    const { names, publish, clock, done } = world();
    await publish({ changed: [passport] });
    done.length = 0;
    await Promise.all([names(), names(), names("护照")]);
    expect(done.map((each) => each.replace(/\d{17}-\w+/, "v"))).toEqual([
      "read manifest.json",
      "read v/terms.gz",
      "read v/postings.gz",
      "read v/rows.gz",
      "read v/words.gz",
    ]);
    clock.pass(49);
    await names();
    expect(done).toHaveLength(5);
    clock.pass(1);
    await Promise.all([names(), names()]);
    expect(done.slice(5)).toEqual(["read manifest.json"]);
  });

  test.each(["terms", "postings", "rows", "words"])(
    "falls back to names when %s is broken, and says so",
    async (file) => {
      const { names, publish, search, said, damage, clock } = world();
      const version = await publish({
        changed: [passport, card, pension],
        words: { synonyms: [["护照", "本子"]], stopPhrases: [], pinned: [] },
      });
      await damage(`${version}/${file}.gz`);
      expect(await names("护照签发")).toEqual(["普通护照签发"]);
      expect(await names("社保卡")).toEqual(["社会保障卡补办"]);
      expect((await search.current()).version).toBe(`${version}-names`);
      expect(said).toContain("error: search index not readable");
      expect(said).toContain("warn: search falls back to names");
      const again = await publish({ changed: [] }).catch(() => undefined);
      clock.pass(60);
      if (again !== undefined) expect((await search.current()).version).toBe(again);
    },
  );

  test("falls back to the names of the version before, then to nothing", async () => {
    const { names, publish, said, damage } = world();
    const first = await publish({ changed: [passport] });
    const second = await publish({ changed: [card] });
    await damage(`${second}/rows.gz`);
    await damage(`${second}/documents.gz`);
    expect(await names()).toEqual(["普通护照签发"]);
    const other = world();
    const only = await other.publish({ changed: [passport] });
    await other.damage(`${only}/rows.gz`);
    await other.damage(`${only}/documents.gz`);
    expect(await other.names()).toEqual([]);
    expect(first).not.toBe(second);
    expect(said).toContain("error: search has no names either");
  });

  test("keeps what it has when the next version is broken or the bucket does not answer", async () => {
    const { names, publish, clock, damage, said } = world();
    await publish({ changed: [passport] });
    expect(await names("护照")).toEqual(["普通护照签发"]);
    const next = await publish({ changed: [card] });
    await damage(`${next}/postings.gz`);
    clock.pass(60);
    expect(await names("护照")).toEqual(["普通护照签发"]);
    await damage("manifest.json", "{");
    clock.pass(60);
    expect(await names("护照")).toEqual(["普通护照签发"]);
    expect(said.filter((each) => each === "error: search index not readable")).toHaveLength(2);
  });

  test("does not read an index of another form, and the next publish makes one of this form", async () => {
    const { names, publish, search, manifest, damage, clock } = world();
    await publish({ changed: [passport, card] });
    const old = await manifest();
    await damage("manifest.json", JSON.stringify({ ...old, current: { ...old.current, format: 0 } }));
    expect(await names("护照")).toEqual(["普通护照签发"]);
    expect((await search.current()).version).toBe(`${old.current.version}-names`);
    await publish({ changed: [pension] });
    clock.pass(60);
    expect(await names("出入境窗口")).toEqual(["普通护照签发"]);
    expect(await names()).toHaveLength(3);
  });

  test("reads again when its version goes while it is read", async () => {
    const { publish, options } = world();
    await publish({ changed: [passport] });
    let isFirst = true;
    const read: IndexBucket["read"] = async (key) => {
      if (isFirst) {
        isFirst = false;
        await publish({ changed: [card] });
        await publish({ changed: [pension] });
      }
      return options.bucket.read(key);
    };
    const { searcher } = await openSearch({ ...options, bucket: { ...options.bucket, read } }).current();
    expect(searcher.documents).toHaveLength(3);
  });
});

describe("publishing", () => {
  test("adds, changes and removes on top of what is stored", async () => {
    const { names, publish, clock } = world();
    await publish({ changed: [passport, card] });
    await publish({ changed: [{ ...card, name: "社会保障卡申领" }, pension], removed: ["passport", "gone"] });
    clock.pass(60);
    expect((await names()).sort()).toEqual(["养老保险参保", "社会保障卡申领"]);
  });

  test("keeps the words of the office until others come", async () => {
    const { names, publish, clock } = world();
    const words = { synonyms: [["本子", "护照"]], stopPhrases: ["怎么办"], pinned: [] };
    await publish({ changed: [passport, card], words });
    await publish({ changed: [pension] });
    expect(await names("本子怎么办")).toEqual(["普通护照签发"]);
    await publish({ words: { ...words, synonyms: [["本子", "社保卡"]] } });
    clock.pass(60);
    expect(await names("本子怎么办")).toEqual(["社会保障卡补办"]);
  });

  test("keeps two versions and removes older ones", async () => {
    const { publish, keys, manifest } = world();
    const versions: string[] = [];
    for (const document of [passport, card, pension]) versions.push(await publish({ changed: [document] }));
    const { current, earlier } = await manifest();
    expect([earlier?.version, current.version]).toEqual(versions.slice(1));
    expect(new Set(keys().map((key) => key.split("/")[0]))).toEqual(
      new Set([...versions.slice(1), "manifest.json"]),
    );
    expect(keys()).toHaveLength(11);
  });

  test("rolls back to the version before, and forth", async () => {
    const { publish, publisher, names, clock } = world();
    const { rollBackIndex } = publisher();
    expect(await rollBackIndex()).toBeUndefined();
    const first = await publish({ changed: [passport] });
    const second = await publish({ changed: [card] });
    expect(await rollBackIndex()).toBe(first);
    expect(await names()).toEqual(["普通护照签发"]);
    expect(await rollBackIndex()).toBe(second);
    clock.pass(60);
    expect(await names()).toHaveLength(2);
  });

  test("of six at the same time loses no document and leaves nothing behind", async () => {
    const { publisher, names, keys, manifest } = world();
    const added = Array.from({ length: 6 }, (_, at) => documentOf({ id: `${at}`, name: `第${at}号事项` }));
    await Promise.all(added.map((document) => publisher(document.id).publishIndex({ changed: [document] })));
    expect((await names()).sort()).toEqual(added.map(({ name }) => name).sort());
    const { current, earlier } = await manifest();
    expect(new Set(keys().map((key) => key.split("/")[0]))).toEqual(
      new Set([current.version, earlier?.version, "manifest.json"]),
    );
  });

  test("gives up with a busy signal when others are always faster", async () => {
    const { options } = world();
    const memory = memoryBucket();
    await openPublishing({ ...options, bucket: memory, random: seededRandom("first") }).publishIndex({});
    const bucket = { ...memory, replace: async () => false };
    const late = openPublishing({
      ...options,
      bucket,
      random: seededRandom("late"),
      sleep: async () => undefined,
    });
    await expect(late.publishIndex({ changed: [card] })).rejects.toMatchObject({ status: 503, code: "busy" });
  });

  test("knows its own manifest when the answer to it was lost", async () => {
    const { options, names } = world();
    const replace: IndexBucket["replace"] = async (...given) => {
      await options.bucket.replace(...given);
      return false;
    };
    const random = seededRandom("lost");
    const publishing = openPublishing({ ...options, bucket: { ...options.bucket, replace }, random });
    await publishing.publishIndex({ changed: [passport] });
    expect(await names()).toEqual(["普通护照签发"]);
  });

  test("does not build on damaged documents, unless it is given all there is", async () => {
    const { publish, names, damage } = world();
    const version = await publish({ changed: [passport, card] });
    await damage(`${version}/documents.gz`);
    await expect(publish({ changed: [pension] })).rejects.toThrow();
    await publish({ changed: [passport, pension], isWhole: true });
    expect((await names()).sort()).toEqual(["养老保险参保", "普通护照签发"]);
  });
});
