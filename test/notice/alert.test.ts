/** The office's group is told by its robot how many notices failed and where to look, and nothing more. */
import { expect, test } from "vitest";
import { readConfig } from "../../functions/kit/config.ts";
import { openAlerts } from "../../functions/notice/notice.alert.service.ts";
import type { Message } from "../../functions/notice/notice.message.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import type { Notice } from "../../functions/notice/notice.ts";
import { environmentOf } from "../../stacks/local/environment.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";

const engine = useEngine();
const units = [
  { code: "zfb", name: { zh: "县政府办公室", en: "County Office" } },
  { code: "zrzy", name: { zh: "自然资源局", en: "Land" } },
];
const NOW = "2026-03-02T02:00:00.000Z";

function office(robot = true) {
  const store = openNoticeStore(engine.table);
  const clock = clockAt(NOW);
  const sent: { to: string; message: Message }[] = [];
  const sender = { send: async (to: string, message: Message) => void sent.push({ to, message }) };
  const { alert } = openAlerts({
    store,
    clock: clock.now,
    robot: robot ? sender : undefined,
    units,
    publicOrigin: "https://banshi.example.gov.cn",
  });
  return { store, clock, sent, alert: () => alert(units.map(({ code }) => code)) };
}

test("each unit with failures of the last quarter of an hour, once", async () => {
  const one = office();
  const notice = (n: number, at: string): Notice => ({
    ...{ about: "booking", reference: `7KQ2M9XD4B${n}`, n: 1, template: "booking_made", unit: "zfb" },
    ...{ lang: "zh", createdAt: at, state: "waiting", attempts: 1, channel: "sms" },
  });
  for (const n of [1, 2]) {
    await one.store.add(notice(n, NOW));
    await one.store.fail(notice(n, NOW), "refused", NOW);
  }
  // `fail` rests on the notice as it was read.
  const read = await one.store.read(notice(1, NOW));
  expect(read?.state).toBe("failed");
  one.clock.pass(60);
  expect(await one.alert()).toBe(1);
  expect(one.sent).toHaveLength(1);
  const [{ to, message } = expect.fail("nothing was told")] = one.sent;
  expect(to).toBe("");
  expect(message.short).toEqual([
    "县政府办公室：有 2 条通知没有送达，请到办公端处理：https://banshi.example.gov.cn/office/notices",
  ]);
  expect(JSON.stringify(message)).not.toContain("7KQ2M9XD4B");
  one.clock.pass(15 * 60);
  expect(await one.alert()).toBe(0);
  expect(await office(false).alert()).toBe(0);
});

test("a setting of notices that is wrong is named", () => {
  const environment = environmentOf({
    ...{ publicOrigin: "http://127.0.0.1:3000", assetsPath: "/assets/1", issuer: "http://127.0.0.1:3001" },
    ...{
      dynamodbEndpoint: "http://127.0.0.1:1",
      s3Endpoint: "http://127.0.0.1:2",
      smtpUrl: "smtp://127.0.0.1:3",
    },
    ...{ dataKeys: "{}", oidcClientSecret: "x", noticeGateways: "{}" },
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  const read = (changes: Record<string, string | undefined>) =>
    readConfig({ ...environment, ...changes }).notices;
  expect(read({})).toEqual({ order: ["sms", "mail"], quietHours: "none", mostSms: 6, mayBePrivate: true });
  // A deployment says nothing of private addresses, and its nights are quiet.
  const deployed = { NOTICE_PRIVATE_ADDRESSES: undefined, NOTICE_QUIET_HOURS: undefined };
  expect(read(deployed)).toMatchObject({ quietHours: "21:00-08:00", mayBePrivate: false });
  for (const wrong of [
    "NOTICE_CHANNELS",
    "NOTICE_QUIET_HOURS",
    "NOTICE_MOST_SMS",
    "NOTICE_PRIVATE_ADDRESSES",
  ])
    expect(() => read({ [wrong]: "what?" })).toThrow(wrong);
});
