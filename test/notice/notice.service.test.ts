import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { noticeRetryJob, noticeStreamJob } from "../../functions/notice/notice.jobs.ts";
import type { Mailer } from "../../functions/notice/notice.mail.ts";
import { mailOf, openMailer } from "../../functions/notice/notice.mail.ts";
import { openNoticeService } from "../../functions/notice/notice.service.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import type { Notice, NoticeTemplate } from "../../functions/notice/notice.ts";
import { noticeContext } from "../../functions/notice/notice.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, testVault } from "../support/world.ts";
import { textOf, useSink } from "./sink.ts";

const engine = useEngine();
const sink = useSink();
const site = {
  publicOrigin: "https://banshi.example.gov.cn",
  government: { zh: "示例市人民政府", en: "Example City" },
};
const ADDRESS = "applicant@example.com";
const NUMBER = "440305G26021400001A";
let serial = 0;

function openPost(mailer?: Mailer | "none") {
  const clock = clockAt("2026-02-14T02:00:00.000Z");
  const vault = testVault();
  const store = openNoticeStore(engine.table);
  const logged: { message: string; attributes: unknown }[] = [];
  const counted: string[] = [];
  const write = (message: string, attributes?: unknown) => void logged.push({ message, attributes });
  const log = { info: write, warn: write, error: write };
  const notices = openNoticeService({
    store,
    vault,
    clock: clock.now,
    mailer:
      mailer === "none" ? undefined : (mailer ?? openMailer({ url: sink.url, from: "yichuang@example.com" })),
    compose: (notice) => mailOf(notice, site),
    log,
    count: (name) => counted.push(name),
  });
  const attachments = { remove: async (ids: readonly string[]) => void removed.push(...ids) };
  const removed: string[] = [];
  return {
    clock,
    store,
    notices,
    logged,
    counted,
    removed,
    deliverInserted: noticeStreamJob({ notices, attachments, log }),
    retry: noticeRetryJob({ notices }),
    async put(extra: Partial<Notice> = {}): Promise<Notice> {
      serial += 1;
      const reference = extra.reference ?? `440305G2602140${String(serial).padStart(4, "0")}X`;
      const notice: Notice = {
        reference,
        n: 2,
        template: "receipt_confirmed",
        lang: "zh",
        email: vault.seal(ADDRESS, noticeContext(reference)),
        createdAt: clock.now(),
        state: "waiting",
        attempts: 0,
        ...extra,
      };
      await engine.table.commit([store.write(notice)]);
      return notice;
    },
  };
}

async function record(notice: Notice, more: Partial<DynamoDBRecord> = {}): Promise<DynamoDBRecord> {
  const key = { pk: `CASE#${notice.reference}`, sk: `NOTICE#${String(notice.n).padStart(6, "0")}` };
  const item = await engine.table.get(key);
  const NewImage = marshall(item, { removeUndefinedValues: true }) as never;
  return { eventName: "INSERT", dynamodb: { NewImage, SequenceNumber: `${notice.reference}` }, ...more };
}

let post: ReturnType<typeof openPost>;
beforeEach(() => {
  sink.forget();
  sink.refusing = false;
  post = openPost();
});
const stateOf = async ({ reference, n }: Notice) => post.store.read(reference, n);

describe("a message", () => {
  test.each(["submitted", "receipt_confirmed", "answered", "withdrawn"] as const)(
    "%s says number and link in both languages, never a code or a name",
    (template: NoticeTemplate) => {
      for (const lang of ["zh", "en"] as const) {
        const notice = {
          reference: NUMBER,
          n: 3,
          template,
          lang,
          createdAt: "",
          state: "waiting",
          attempts: 0,
        } as const;
        const mail = mailOf(notice, site);
        expect(mail.messageId).toBe(`<${NUMBER}.3@banshi.example.gov.cn>`);
        expect(mail.subject).toContain("4403 05G2 6021 4000 01A");
        expect(mail.text).toContain(`https://banshi.example.gov.cn/progress?number=${NUMBER}\n`);
        expect(mail.text).toContain(site.government[lang]);
        expect(mail.subject.split("\n")).toHaveLength(1);
      }
    },
  );
});

describe("the stream", () => {
  test("delivers a new notice to its address once, however often it comes", async () => {
    const notice = await post.put();
    const event = { Records: [await record(notice)] };
    expect(await post.deliverInserted(event)).toEqual({ batchItemFailures: [] });
    expect(await post.deliverInserted(event)).toEqual({ batchItemFailures: [] });
    expect(sink.received).toHaveLength(1);
    const [mail] = sink.received;
    expect(mail?.to).toEqual([ADDRESS]);
    expect(mail?.raw).toContain(`Message-ID: <${notice.reference}.2@banshi.example.gov.cn>`);
    expect(mail && textOf(mail)).toContain("受理单位已确认收到您的申请");
    expect(await stateOf(notice)).toMatchObject({ state: "sent", attempts: 1 });
    expect(await stateOf(notice)).not.toHaveProperty("email");
  });

  test("ten deliveries of one notice at the same time send one message", async () => {
    const notice = await post.put();
    const told = await Promise.all(Array.from({ length: 10 }, () => post.notices.deliver(notice)));
    expect(told.filter((each) => each === "sent")).toHaveLength(1);
    expect(sink.received).toHaveLength(1);
  });

  test("marks no_channel where there is no address, and where no mail server is configured", async () => {
    const nowhere = await post.put({ email: undefined });
    expect(await post.notices.deliver(nowhere)).toBe("no_channel");
    const offline = openPost("none");
    const kept = await offline.put();
    expect(await offline.notices.deliver(kept)).toBe("no_channel");
    expect(await offline.store.read(kept.reference, 2)).not.toHaveProperty("email");
    expect(sink.received).toHaveLength(0);
  });

  test("looks at new notices only, and names the record that must come again", async () => {
    const good = await post.put();
    const bad = await post.put();
    const failing = openPost();
    const job = noticeStreamJob({
      notices: {
        deliver: async (notice) => {
          if (notice.reference === bad.reference) throw new Error("the table is away");
          return failing.notices.deliver(notice);
        },
      },
      attachments: { remove: async () => undefined },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const modified = await record(good, { eventName: "MODIFY" });
    const answer = await job({ Records: [modified, await record(bad), await record(good)] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: bad.reference }] });
    expect(sink.received).toHaveLength(1);
  });
});

describe("the clock", () => {
  test("leaves a new notice to the stream, then delivers what the stream never did", async () => {
    const notice = await post.put();
    await post.retry();
    expect((await stateOf(notice))?.state).toBe("waiting");
    post.clock.pass(120);
    await post.retry();
    expect((await stateOf(notice))?.state).toBe("sent");
  });

  test("tries again after ever longer waits, and gives up after the seventh try", async () => {
    sink.refusing = true;
    const notice = await post.put();
    expect(await post.notices.deliver(notice)).toBe("later");
    for (const [attempts, seconds] of [60, 300, 1800, 7200, 21_600, 43_200].entries()) {
      expect(await stateOf(notice)).toMatchObject({ state: "waiting", attempts: attempts + 1 });
      post.clock.pass(seconds - 1);
      await post.retry();
      expect((await stateOf(notice))?.attempts).toBe(attempts + 1);
      post.clock.pass(1);
      await post.retry();
    }
    expect(await stateOf(notice)).toMatchObject({ state: "failed", attempts: 7 });
    expect(await stateOf(notice)).not.toHaveProperty("email");
    expect(post.counted.filter((name) => name === "NoticeFailed")).toHaveLength(1);
    expect(post.logged.some(({ message }) => message === "notice given up")).toBe(true);
    expect(JSON.stringify(post.logged)).not.toContain(ADDRESS);
    sink.refusing = false;
    post.clock.pass(1_000_000);
    await post.retry();
    expect(sink.received).toHaveLength(0);
  });

  test("sends after the mail server has come back", async () => {
    sink.refusing = true;
    const notice = await post.put();
    await post.notices.deliver(notice);
    sink.refusing = false;
    post.clock.pass(60);
    await post.retry();
    expect((await stateOf(notice))?.state).toBe("sent");
    expect(sink.received).toHaveLength(1);
  });

  test("a delivery that died over its last try is given up, not repeated for ever", async () => {
    const notice = await post.put();
    for (let attempts = 0; attempts < 7; attempts += 1) {
      const now = await stateOf(notice);
      if (now) await post.store.claim(now, post.clock.now());
    }
    await post.retry();
    expect(await stateOf(notice)).toMatchObject({ state: "failed", attempts: 7 });
  });
});

describe("an expired draft", () => {
  const draft = (item: Record<string, unknown>, userIdentity?: DynamoDBRecord["userIdentity"]) => ({
    Records: [
      {
        eventName: "REMOVE" as const,
        dynamodb: {
          OldImage: marshall({ pk: "DRAFT#x", sk: "DRAFT", ...item }) as never,
          SequenceNumber: "1",
        },
        ...(userIdentity ? { userIdentity } : {}),
      },
    ],
  });
  const engineDid = { type: "Service", principalId: "dynamodb.amazonaws.com" };
  const files = { f1: "sealed", f2: "sealed" };

  test("takes its files along", async () => {
    await post.deliverInserted(draft({ work: "draft", files }, engineDid));
    expect(post.removed).toEqual(["f1", "f2"]);
  });

  test("that was handed in, or that we removed ourselves, takes none", async () => {
    await post.deliverInserted(draft({ files }, engineDid));
    await post.deliverInserted(draft({ work: "draft", files }));
    await post.deliverInserted(draft({ work: "draft", files: {} }, engineDid));
    expect(post.removed).toEqual([]);
  });
});
