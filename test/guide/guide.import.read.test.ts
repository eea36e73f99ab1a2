import { describe, expect, test } from "vitest";
import { national } from "../../functions/guide/guide.dictionary.ts";
import { readFields } from "../../functions/guide/guide.import.read.ts";
import type { Read } from "../../functions/guide/guide.import.ts";
import type { Fields } from "../../functions/sheet/sheet.ts";
import { guangdongRow, nationalRow } from "./import-samples.ts";
import { complete } from "./samples.ts";

function guideOf(read: Read) {
  if ("reject" in read) throw new Error(`rejected: ${JSON.stringify(read.reject)}`);
  return read;
}
const rejected = (fields: Fields) => {
  const read = readFields(fields);
  return "reject" in read ? read.reject : undefined;
};

describe("national keys", () => {
  test("this product's own shape reads back as it is, without a word", () => {
    const read = guideOf(readFields(JSON.parse(JSON.stringify(complete))));
    expect(read.guide).toEqual(complete);
    expect(read).toMatchObject({ repairs: [], unread: [] });
  });

  test("the tables' spelling is the same as ours", () => {
    const { guide, unread } = guideOf(readFields(nationalRow));
    expect(guide).toMatchObject({
      codeScheme: "national",
      taskCode: "11659901MB1234567X4440101007000",
      taskName: "社会保障卡补领",
      taskType: { system: "national", code: "20", name: "公共服务" },
      serverType: [national("serverType", "1"), national("serverType", "2")],
      anticipate: { day: 20, type: "working" },
      promise: { day: 5, type: "calendar", explain: "不含制卡" },
      isFee: true,
      fees: [{ name: "工本费", standard: "20元/张", basis: "价费字〔2019〕1号", isReducible: false }],
      results: [{ name: "社会保障卡", type: national("resultType", "10") }],
      places: [{ name: "县政务服务中心", address: "人民路1号", hours: "周一至周五 9:30-19:00" }],
      linkWay: [{ number: "0999-5550101" }],
      topics: ["社会保障", "证件办理"],
      planEffectiveDate: "2026-05-01",
      steps: [{ name: "受理", role: "综合窗口", limit: { day: 1, type: "working" } }],
      materials: [
        {
          materialName: "居民身份证",
          isNeed: national("isNeed", "1"),
          sourceType: national("sourceType", "20"),
          pageNum: 1,
          form: "files/form-1",
        },
      ],
      questions: [{ question: "可以代办吗？", answer: "可以。" }],
    });
    expect(unread).toEqual(["powerSource"]);
    expect(JSON.stringify(guide)).not.toContain("李某");
  });

  test("the unit of a limit is read from its code, and that is said", () => {
    const { repairs } = guideOf(readFields(nationalRow));
    expect(repairs).toContainEqual({ field: "anticipateType", reason: "limit_unit_by_code" });
  });

  test.each([
    [{ anticipate: "20个工作日" }, { anticipate: { day: 20, type: "working" } }, []],
    [{ promise: "即办" }, { promise: { day: 0, type: "working" } }, []],
    [{ promise: "90自然日" }, { promise: { day: 90, type: "calendar" } }, []],
    [{ promise: "20天" }, { promise: undefined }, ["limit_unreadable"]],
    [{ promise: "20" }, { promise: undefined }, ["limit_without_unit"]],
    [{ promise: "三个月" }, { promise: undefined }, ["limit_unreadable"]],
    [{ linkAddr: "javascript:alert(1)" }, { linkAddr: undefined }, ["link_unreadable"]],
    [{ isExpress: "也许" }, { isExpress: undefined }, ["flag_unreadable"]],
    [{ limitSceneNum: "一次" }, { limitSceneNum: undefined }, ["number_unreadable"]],
    [{ checkedOn: "2026年3月2日" }, { checkedOn: "2026-03-02" }, []],
    [{ checkedOn: "2026/2/30" }, { checkedOn: undefined }, ["day_unreadable"]],
    [{ projectType: "9" }, { projectType: undefined }, ["code_unknown"]],
    [{ projectType: "其他件" }, { projectType: { system: "local", code: "", name: "其他件" } }, []],
    [{ topics: ["社保", "社保", "无"] }, { topics: ["社保"] }, ["placeholder", "repeated"]],
    [
      { materials: "身份证；户口簿\n照片" },
      { materials: [{ materialName: "身份证" }, { materialName: "户口簿" }, { materialName: "照片" }] },
      [],
    ],
    [
      { materials: [7, { materialName: "身份证" }] },
      { materials: [{ materialName: "身份证" }] },
      ["entry_unreadable"],
    ],
    [{ questions: [{ question: "多久？" }] }, { questions: [] }, ["entry_unreadable"]],
    [{ superviseWay: "见公告栏" }, { superviseWay: [] }, ["phone_missing"]],
    [
      { taskType: "公共服务[guangdong:21]" },
      { taskType: { system: "guangdong", code: "21", name: "公共服务" } },
      [],
    ],
    [{ duty: { text: "x" } }, { duty: undefined }, ["entry_unreadable"]],
  ] as const)("%o gives %o and notes %o", (change, expected, reasons) => {
    const { guide, repairs } = guideOf(readFields({ ...complete, ...change }));
    for (const [field, value] of Object.entries(expected)) expect(guide[field as "duty"]).toEqual(value);
    expect(repairs.map(({ reason }) => reason).sort()).toEqual([...reasons].sort());
  });
});

describe("the shape of Guangdong", () => {
  test("its keys mean what the national ones mean", () => {
    const { guide, unread } = guideOf(readFields(guangdongRow));
    expect(unread).toEqual([]);
    expect(guide).toEqual({
      schema: 1,
      codeScheme: "national",
      taskCode: "11659901MB1234567X2440101007000",
      taskHandleItem: "11659901MB1234567X244010100700001",
      localTaskCode: "11659901MB1234567X200010500400006",
      catalogCode: "440101007000",
      taskName: "社会保障卡补领(个人)",
      aliases: ["社保卡补办", "社保卡丢了", "补卡"],
      taskType: { system: "guangdong", code: "20", name: "其他行政权力" },
      useLevel: national("useLevel", "2"),
      areaCode: "659901",
      areaName: "示范县",
      deptCode: "MB1234567",
      deptName: "人力资源和社会保障局",
      serverType: [national("serverType", "1")],
      acceptCondition: "应当具备下列条件：\n1、已领卡；\n2、已遗失。",
      anticipate: { day: 20, type: "working" },
      promise: { day: 5, type: "calendar" },
      steps: [],
      materials: [{ materialName: "申请表" }, { materialName: "居民身份证" }],
      fees: [],
      results: [],
      limitSceneNum: 1,
      isExpress: false,
      isOnline: true,
      onlinePlatform: "示范县政务服务网",
      linkAddr: "https://banshi.example.gov.cn/apply?a=1&b=2",
      places: [{ address: "人民路1号政务服务中心3号窗口" }, { address: "南环路5号（周末）" }],
      linkWay: [{ number: "0999-5550101" }, { number: "0999-5550102" }],
      superviseWay: [{ number: "12345" }],
      questions: [],
      topics: ["社会保障（社会保险、社会救助）"],
      lifeEvents: ["退休"],
      policies: [],
    });
  });

  test("what was changed or left out is said under the names of the file", () => {
    const { repairs } = guideOf(readFields(guangdongRow));
    expect(new Set(repairs.map(({ field, reason }) => `${field} ${reason}`))).toEqual(
      new Set(
        [
          "co_department placeholder",
          "DEPT_NAME whitespace",
          "accept_standard lines",
          "material_intro end_mark_removed",
          "online_book_addr placeholder",
          "online_book booking_without_address",
          "handle_location label_removed",
          "handle_location split",
          "visit_number contradiction",
          "complain_phone phone_text_left_out",
        ].map((each) => each.replace("visit_number", "LIMIT_SCENE_NUM")),
      ),
    );
  });

  test.each([["无线下办理窗口"], ["办理地点：无"]])("%s is no place", (written) => {
    const { guide, repairs } = guideOf(readFields({ ...guangdongRow, handle_location: written }));
    expect(guide.places).toEqual([]);
    expect(repairs).toContainEqual({ field: "handle_location", reason: "no_counter" });
  });
});

describe("rows that are no guides", () => {
  const without = (field: string) => ({ ...complete, [field]: undefined });
  test.each([
    [without("taskCode"), { reason: "item_code_missing" }],
    [{ ...complete, taskCode: "无" }, { reason: "item_code_missing" }],
    [{ ...complete, taskCode: "编号一" }, { reason: "item_code_unreadable" }],
    [{ ...complete, taskCode: "A".repeat(51) }, { reason: "item_code_unreadable" }],
    [without("taskName"), { reason: "name_missing" }],
    [without("deptName"), { reason: "department_missing" }],
    [without("taskType"), { reason: "kind_missing" }],
    [{ ...complete, taskType: "77" }, { reason: "kind_missing" }],
    [
      { ...complete, taskName: "长".repeat(1001) },
      { reason: "shape", field: "taskName" },
    ],
    [
      { ...complete, codeScheme: "mine" },
      { reason: "shape", field: "codeScheme" },
    ],
    [{ ...complete, duty: "<!doctype html><html><title>502 Bad Gateway</title>" }, { reason: "html_page" }],
    [{ ...complete, materials: [{ materialName: "身\ufffd证" }] }, { reason: "encoding" }],
    [
      { ...complete, byLaw: "&amp;amp;amp;amp;lt;p" },
      { reason: "markup_too_deep", field: "byLaw" },
    ],
    [{}, { reason: "item_code_missing" }],
    [{ constructor: "x", __proto__: "y" }, { reason: "item_code_missing" }],
    [{ ...complete, materials: [[[[[[[[[[[1]]]]]]]]]]] }, { reason: "shape" }],
  ] as const)("%o", (fields, reject) => expect(rejected(fields)).toEqual(reject));

  test("a code of another province is no reason to refuse", () => {
    const { guide } = guideOf(
      readFields({ ...complete, codeScheme: undefined, taskCode: "62052400MZ-XK-0001" }),
    );
    expect(guide).toMatchObject({ codeScheme: "other", taskCode: "62052400MZ-XK-0001" });
  });
});
