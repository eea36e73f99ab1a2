import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { caseLetter, caseMessage } from "../../functions/notice/notice.case.service.ts";
import { NotTaken } from "../../functions/notice/notice.failure.ts";
import { noticeStreamJob } from "../../functions/notice/notice.jobs.ts";
import { openMailer } from "../../functions/notice/notice.mail.ts";
import type { Letter, Message, Senders } from "../../functions/notice/notice.message.ts";
import { readQuietHours } from "../../functions/notice/notice.quiet.ts";
import type { NoticeRules } from "../../functions/notice/notice.service.ts";
import { openNoticeService } from "../../functions/notice/notice.service.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import type { Notice, NoticeId, NoticeTemplate } from "../../functions/notice/notice.ts";
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

interface Changes {
  readonly senders?: Senders;
  readonly rules?: Partial<NoticeRules>;
  /** Where the notice goes, when it is not the mail of the case's notice. */
  readonly to?: Letter["to"];
  readonly isUrgent?: boolean;
}

function openPost({ senders, rules, to, isUrgent }: Changes = {}) {
  const clock = clockAt("2026-02-14T02:00:00.000Z");
  const vault = testVault();
  const store = openNoticeStore(engine.table);
  const logged: { message: string; attributes: unknown }[] = [];
  const counted: string[] = [];
  const slept: number[] = [];
  const write = (message: string, attributes?: unknown) => void logged.push({ message, attributes });
  const log = { info: write, warn: write, error: write };
  const notices = openNoticeService({
    store,
    clock: clock.now,
    senders: senders ?? {
      mail: openMailer({ url: sink.url, from: "yichuang@example.com", host: "banshi.example.gov.cn" }),
    },
    rules: { order: ["sms", "mail"], quiet: readQuietHours("21:00-08:00"), mostSms: 6, ...rules },
    compose: async (notice) => ({
      ...caseLetter(notice, site, vault),
      ...(to === undefined ? {} : { to }),
      ...(isUrgent === undefined ? {} : { isUrgent }),
    }),
    log,
    count: (name) => void counted.push(name),
    chance: () => 0,
    sleep: async (milliseconds) => void slept.push(milliseconds),
  });
  const attachments = { remove: async (ids: readonly string[]) => void removed.push(...ids) };
  const removed: string[] = [];
  return {
    clock,
    store,
    notices,
    logged,
    counted,
    slept,
    removed,
    deliverInserted: noticeStreamJob({ notices, attachments, log }),
    retry: () => notices.deliverDue(),
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
const stateOf = async (id: NoticeId) => post.store.read(id);

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
        const mail = caseMessage(notice, site);
        expect(mail.name).toBe(`${NUMBER}.3`);
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
    const offline = openPost({ senders: {} });
    const kept = await offline.put();
    expect(await offline.notices.deliver(kept)).toBe("no_channel");
    expect(await offline.store.read(kept)).not.toHaveProperty("email");
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
    // Kept with its address, sealed, so that the office can send it again.
    expect(await stateOf(notice)).toMatchObject({ state: "failed", attempts: 7, failure: "unavailable" });
    expect(await stateOf(notice)).toHaveProperty("email", notice.email);
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
      if (now) await post.store.claim(now, { channel: "mail", retryAt: post.clock.now(), mostSms: 6 });
    }
    await post.retry();
    expect(await stateOf(notice)).toMatchObject({ state: "failed", attempts: 7 });
  });
});

describe("channels", () => {
  const texts = () => {
    const sent: { to: string; message: Message }[] = [];
    return { sent, send: async (to: string, message: Message) => void sent.push({ to, message }) };
  };
  const both = { sms: "13800001234", mail: ADDRESS };

  test("the first in the government's order that there is an address for", async () => {
    const [sms, mail] = [texts(), texts()];
    const first = openPost({ senders: { sms, mail }, to: both });
    await first.notices.deliver(await first.put());
    const other = openPost({ senders: { sms, mail }, to: both, rules: { order: ["mail", "sms"] } });
    await other.notices.deliver(await other.put());
    const onlyMail = openPost({ senders: { sms, mail }, to: { mail: ADDRESS } });
    await onlyMail.notices.deliver(await onlyMail.put());
    expect([sms.sent.length, mail.sent.length]).toEqual([1, 2]);
    expect(sms.sent[0]?.to).toBe("13800001234");
  });

  test("no telephone rings at night; in the morning it does, and what is urgent goes at once", async () => {
    const [sms, mail] = [texts(), texts()];
    const late = openPost({ senders: { sms, mail }, to: both });
    late.clock.set("2026-02-14T13:00:00.000Z");
    const notice = await late.put();
    expect(await late.notices.deliver(notice)).toBe("later");
    expect(await late.store.read(notice)).toMatchObject({
      state: "waiting",
      attempts: 0,
      retryAt: "2026-02-15T00:00:00.000Z",
    });
    late.clock.set("2026-02-14T23:59:59.000Z");
    await late.retry();
    expect(sms.sent).toHaveLength(0);
    late.clock.pass(1);
    await late.retry();
    expect(sms.sent).toHaveLength(1);
    expect(await late.store.read(notice)).toMatchObject({ state: "sent", channel: "sms" });

    const urgent = openPost({ senders: { sms, mail }, to: both, isUrgent: true });
    urgent.clock.set("2026-02-14T15:00:00.000Z");
    expect(await urgent.notices.deliver(await urgent.put())).toBe("sent");
    const byMail = openPost({ senders: { sms, mail }, to: { mail: ADDRESS } });
    byMail.clock.set("2026-02-14T15:00:00.000Z");
    expect(await byMail.notices.deliver(await byMail.put())).toBe("sent");
    expect([sms.sent.length, mail.sent.length]).toEqual([2, 1]);
  });

  test("a case costs so many SMS and no more, also when they are sent at the same time; then mail", async () => {
    const [sms, mail] = [texts(), texts()];
    const one = openPost({ senders: { sms, mail }, to: both, rules: { mostSms: 2 } });
    const { reference } = await one.put({ n: 1 });
    const more = await Promise.all([2, 3, 4, 5].map((n) => one.put({ reference, n })));
    await Promise.all(
      [{ reference, n: 1, template: "receipt_confirmed" } as const, ...more].map(one.notices.deliver),
    );
    expect([sms.sent.length, mail.sent.length]).toEqual([2, 3]);
    expect(one.counted.filter((name) => name === "NoticeCapped")).toHaveLength(3);
    const noMail = openPost({ senders: { sms }, to: { sms: "13800001234" }, rules: { mostSms: 0 } });
    expect(await noMail.notices.deliver(await noMail.put())).toBe("no_channel");
  });

  test("what is tried again does not count as one more", async () => {
    const mail = texts();
    let tries = 0;
    const sms = {
      send: async () => {
        tries += 1;
        if (tries < 3) throw new NotTaken("timeout", false);
      },
    };
    const one = openPost({ senders: { sms, mail }, to: both, rules: { mostSms: 1 } });
    const notice = await one.put();
    await one.notices.deliver(notice);
    for (const seconds of [60, 300]) {
      one.clock.pass(seconds);
      await one.notices.deliver(notice);
    }
    expect(await one.store.read(notice)).toMatchObject({ state: "sent", channel: "sms", attempts: 3 });
    expect(mail.sent).toHaveLength(0);
  });

  test("an offer that is not taken is tried again at once, twice, and then by the clock like anything else", async () => {
    let tries = 0;
    const sms = {
      send: async () => {
        tries += 1;
        throw new NotTaken("unavailable", false);
      },
    };
    const one = openPost({ senders: { sms }, to: both, isUrgent: true });
    const notice = await one.put();
    expect(await one.notices.deliver(notice)).toBe("later");
    expect([tries, one.slept]).toEqual([3, [2_000, 5_000]]);
    expect(await one.store.read(notice)).toMatchObject({ state: "waiting", attempts: 3 });
    const calm = openPost({ senders: { sms }, to: both });
    expect(await calm.notices.deliver(await calm.put())).toBe("later");
    expect([tries, calm.slept]).toEqual([4, []]);
  });

  test("what is refused for good is put before the office at once, and what cannot be read in its turn", async () => {
    const sms = {
      send: async () => {
        throw new NotTaken("refused", true);
      },
    };
    const one = openPost({ senders: { sms }, to: both });
    const notice = await one.put({ unit: "zfb" });
    expect(await one.notices.deliver(notice)).toBe("failed");
    expect(await one.store.read(notice)).toMatchObject({ state: "failed", attempts: 1, failure: "refused" });
    expect((await one.store.failed("zfb", "2026", 10)).map(({ reference }) => reference)).toEqual([
      notice.reference,
    ]);
    expect(await one.store.failed("zrzy", "2026", 10)).toEqual([]);

    const broken = await post.put({ email: "1.bm90IHNlYWxlZA" });
    expect(await post.notices.deliver(broken)).toBe("later");
    expect(await stateOf(broken)).toMatchObject({ state: "waiting", attempts: 1 });
  });

  test("a mail address that the server refuses for good is not tried again", async () => {
    sink.unknown = true;
    const notice = await post.put();
    expect(await post.notices.deliver(notice)).toBe("failed");
    sink.unknown = false;
    expect(await stateOf(notice)).toMatchObject({ state: "failed", failure: "refused", attempts: 1 });
  });

  test("a failure that nobody looks at is given up after a month, and its address forgotten", async () => {
    const sms = {
      send: async () => {
        throw new NotTaken("refused", true);
      },
    };
    const one = openPost({ senders: { sms }, to: both });
    const notice = await one.put({ unit: "gaj" });
    await one.notices.deliver(notice);
    one.clock.pass(30 * 24 * 3600 - 1);
    expect(await one.notices.forgetFailed(["zfb", "gaj"])).toBe(0);
    one.clock.pass(2);
    expect(await one.notices.forgetFailed(["gaj"])).toBe(1);
    const left = await one.store.read(notice);
    expect(left?.state).toBe("given_up");
    expect(left).not.toHaveProperty("email");
    expect(await one.store.failed("gaj", "2026", 10)).toEqual([]);
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
