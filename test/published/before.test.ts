import { describe, expect, test } from "vitest";
import { openBefore } from "../../functions/before/before.service.ts";
import type { BeforeStore } from "../../functions/before/before.store.ts";
import { isAlike, readsLikePetition, searchedFor } from "../../functions/before/before.ts";
import type { Vault } from "../../functions/kit/vault.ts";
import type { Search } from "../../functions/search/search.service.ts";

describe("reads like a complaint or a petition (Art. 39)", () => {
  test.each([
    "我要投诉物业公司乱收费，请你们处理",
    "实名举报某公司违法排污，请求查处",
    "本人反映村里道路两年没有修好",
    "楼下烧烤店每天半夜扰民，没人管",
    "老板拖欠工资半年，要求劳动局解决",
    "请有关部门严惩黑中介，给我一个说法",
    "为什么我的低保没有批",
    "现控告派出所不作为",
    "强烈要求赔偿我家房屋损失",
    "凭什么不给我家拆迁补偿",
  ])("yes: %s", (text) => {
    expect(readsLikePetition(text)).toBe(true);
  });

  test.each([
    "2025年度信访办理情况统计报告",
    "请提供2024年市场监管局投诉举报处理情况的数据",
    "城东片区征地补偿标准的文件",
    "关于拖欠工资案件的行政处罚决定书",
    "请公开2025年度财政预算执行情况报告全文",
    "人民路改造项目的批复和规划图纸",
    "义务教育学区划分方案",
    "2023年安置房分配名单",
    "请处理并公开以下信息：本级政府采购合同",
    "申请获取县医院扩建工程的环境影响报告",
    "街道办事处2025年低保审核的标准",
  ])("no: %s", (text) => {
    expect(readsLikePetition(text)).toBe(false);
  });

  test("a text of ten thousand characters takes no time", () => {
    const started = performance.now();
    readsLikePetition("要求".repeat(5_000));
    readsLikePetition("我".repeat(10_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("a hint is worth showing", () => {
  test.each([
    ["2025年三公经费支出", "2025年度县本级“三公”经费支出明细"],
    ["城东片区征地补偿标准", "城东片区房屋征收补偿方案和补偿标准"],
    ["社保卡补办", "社保卡补办"],
    ["老旧小区改造名单", "2025年老旧小区改造名单、资金来源和完成时限"],
  ])("%s: %s", (asked, shown) => {
    expect(isAlike(asked, shown)).toBe(true);
  });

  test.each([
    ["2025年三公经费支出", "老年人免费乘车卡办理（公交老年卡）"],
    ["2025年三公经费支出", "住房公积金提取"],
    ["2025年三公经费支出", "2025年老旧小区改造名单、资金来源和完成时限"],
    ["2025年度财政预算执行情况", "2025年度公开情况"],
    ["", "任何"],
  ])("%s: not %s", (asked, shown) => {
    expect(isAlike(asked, shown)).toBe(false);
  });
});

test("what is searched for is the title, and the beginning of the description without one", () => {
  expect(searchedFor({ title: " 学区划分 ", description: "请提供" })).toBe("学区划分");
  expect(searchedFor({ title: "", description: "长".repeat(100) })).toBe("长".repeat(60));
  expect(searchedFor({ title: "", description: "" })).toBe("");
});

test("a guide that only shares single words with what is asked for is not shown", async () => {
  const none = { readManyPublic: async () => [] };
  const finding = (...names: readonly string[]) => {
    const hits = names.map((name) => ({ id: name, name, unitName: "某局" }));
    const searcher = { search: () => ({ total: hits.length, hits, how: "ranked" }) };
    return { current: async () => ({ version: "1", searcher }) } as unknown as Search;
  };
  const before = openBefore({
    store: { count: async () => {}, read: async () => ({}) } as unknown as BeforeStore,
    published: none,
    answerSearch: finding(),
    guideSearch: finding("税务注销（清税证明）", "老年人免费乘车卡办理（公交老年卡）", "老旧小区改造申报"),
    unitName: () => "",
    vault: { hash: () => "" } as unknown as Pick<Vault, "hash">,
    clock: () => "2026-11-26T00:00:00.000Z",
  });
  const { guides } = await before.look({ title: "2025 年老旧小区改造项目清单", description: "" });
  expect(guides.map(({ name }) => name)).toEqual(["老旧小区改造申报"]);
});
