/** The rules of booking in words, and changing them. */
const scope = { hall: "全大厅一起算", group: "同一组事项一起算", service: "每个事项分别算" };
const per = { day: "一天", month: "一个月" };
const counts = { no_show: "没有来", cancellation: "取消", booking: "预约" };

export const officeRules = {
  title: (hall: string) => `预约规则：${hall}`,
  newTitle: (hall: string) => `新的预约规则：${hall}`,
  nav: "预约规则",
  inForce: "现在的规则",
  coming: (day: string) => `从${day}起`,
  since: (day: string) => `从${day}起执行`,
  past: "以前的规则",
  period: (from: string, to: string) => `${from}至${to}`,
  none: "没有规则：谁都可以约，不限次数。",
  change: "写新的规则",
  remove: "不执行这套规则",
  underOld: "已经约好的人，仍按预约时的规则。",
  persons: {
    identity: "证件号码相同的算同一个人",
    identity_or_phone: "证件号码或者手机号相同的都算同一个人",
  },
  oneLive: {
    group: "同一组事项，同时只能有一个没办的预约",
    service: "同一个事项，同时只能有一个没办的预约",
    hall: "在这个大厅，同时只能有一个没办的预约",
    none: "同时有几个没办的预约不限",
  },
  own: { yes: "只能本人预约本人的事，不能代办", no: "可以为别人预约（代办）" },
  cancel: (minutes: number) =>
    minutes === 0 ? "开始以前都可以取消或者改期" : `开始前 ${durationOf(minutes)}以内不能取消或者改期`,
  limit: ({ most, per: each, of, within }: Limit) =>
    of === "visits"
      ? `每人${per[each]}最多来办 ${most} 次（${scope[within]}，取消的不算）`
      : `每人${per[each]}最多预约 ${most} 次（${scope[within]}，取消的也算）`,
  penalty: ({ counts: what, per: each, within, at, warnAt, banDays }: PenaltyWords) =>
    `${per[each]}里${counts[what]}满 ${at} 次（${scope[within]}），停约 ${banDays} 天${warnAt === undefined ? "" : `；到第 ${warnAt} 次时提醒`}`,
  appeal: "被停约的人可以申诉，由大厅决定维持还是解除。",
  form: {
    from: "从哪天起执行",
    fromHint: "最早明天，如 2026-12-01。以前的预约不受影响",
    persons: "怎样算同一个人",
    oneLivePer: "同时能有几个预约",
    ownBusinessOnly: "能不能代办",
    ownOnly: "只能本人预约本人的事",
    cancelBeforeMinutes: "开始前多少分钟以内不能取消或者改期",
    limits: "次数上限",
    limitLine: (n: number) => `上限 ${n}`,
    most: "最多几次",
    mostHint: "不填就没有这一条",
    per: "在多长时间里",
    of: "数什么",
    ofs: { visits: "来办的次数，取消的不算", bookings: "预约的次数，取消的也算" },
    within: "在什么范围里",
    penalties: "停约",
    penaltyLine: (n: number) => `停约 ${n}`,
    counts: "数什么",
    countNames: { no_show: "约了没有来", cancellation: "自己取消", booking: "预约次数" },
    at: "满几次停约",
    warnAt: "第几次时提醒",
    warnHint: "选填，要比停约的次数少",
    banDays: "停约多少天",
    scopes: scope,
    periods: per,
  },
  errors: {
    rules_past: () => "规则最早从明天起执行，已经执行的规则不能改",
    warn_before: () => "提醒的次数要比停约的次数少",
  },
};

interface Limit {
  most: number;
  per: keyof typeof per;
  of: "visits" | "bookings";
  within: keyof typeof scope;
}
interface PenaltyWords {
  counts: keyof typeof counts;
  per: keyof typeof per;
  within: keyof typeof scope;
  at: number;
  warnAt?: number | undefined;
  banDays: number;
}

/** 120 as `2 小时`. */
function durationOf(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440} 天`;
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`;
}
