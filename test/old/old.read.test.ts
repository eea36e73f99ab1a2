import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomes } from "../../functions/disclosure/disclosure.outcome.ts";
import { readDayText } from "../../functions/old/old.day.ts";
import { columnsIn, fieldOfHeading, headings, templateHeadings } from "../../functions/old/old.heading.ts";
import { readOutcome } from "../../functions/old/old.outcome.ts";
import { readOldFields } from "../../functions/old/old.read.ts";
import { readKind } from "../../functions/old/old.word.ts";
import { oldCopy } from "../../web/copy/old.ts";
import { today, wholeRow } from "./samples.ts";

const read = (change: Readonly<Record<string, string>>, from1904 = false) =>
  readOldFields({ ...wholeRow, ...change }, [], { today, from1904 });
const reasonOf = (change: Readonly<Record<string, string>>) => {
  const found = read(change);
  return "reason" in found ? found.reason : "taken";
};
const repairsOf = (change: Readonly<Record<string, string>>) => {
  const found = read(change);
  return "old" in found ? found.repairs : found.reason;
};

test("a row that says everything is taken as it stands", () => {
  expect(read({})).toEqual({
    old: {
      number: "2019-012",
      applicantKind: "company",
      name: "示范建设有限公司",
      contactName: "李敏",
      title: "示范路改造的预算",
      description: "2018年示范路改造的预算文件。",
      documentNumber: "示财〔2018〕12号",
      channel: "registered_mail",
      receivedOn: "2019-06-03",
      outcome: "partly_disclosed",
      answeredOn: "2019-06-21",
      reply: "示公开〔2019〕7号",
      delivery: "post",
      phone: "0571-88880000",
      email: "office@example.com",
      address: "人民路 1 号",
      postcode: "310000",
    },
    repairs: [],
    unread: [],
  });
});

test.each([
  [{ number: "" }, "number_missing"],
  [{ number: "9".repeat(61) }, "number_unreadable"],
  [{ name: "—" }, "name_missing"],
  [{ name: "12345" }, "name_unreadable"],
  [{ applicantKind: "会员" }, "kind_unknown"],
  [{ applicantKind: "", name: "示范县融媒体中心" }, "kind_missing"],
  [{ title: "", description: "无" }, "title_missing"],
  [{ title: "长".repeat(201) }, "text_too_long"],
  [{ receivedOn: "" }, "received_missing"],
  [{ receivedOn: "三月" }, "received_unreadable"],
  [{ receivedOn: "2019-02-30" }, "received_unreadable"],
  [{ receivedOn: "1301-01-01" }, "received_too_early"],
  [{ receivedOn: "2008-04-30" }, "received_too_early"],
  [{ receivedOn: "2026-03-03" }, "received_future"],
  [{ receivedOn: "03/05/2019" }, "received_ambiguous"],
  [{ receivedOn: "3" }, "received_unreadable"],
  [{ state: "办理中" }, "still_open"],
  [{ outcome: "", answeredOn: "" }, "still_open"],
  [{ outcome: "待答复" }, "still_open"],
  [{ outcome: "" }, "outcome_missing"],
  [{ outcome: "好的" }, "outcome_unknown"],
  [{ outcome: "不予公开" }, "outcome_ambiguous"],
  [{ outcome: "rejected" }, "outcome_ambiguous"],
  [{ answeredOn: "" }, "answered_missing"],
  [{ answeredOn: "1301-01-01" }, "answered_before_received"],
  [{ answeredOn: "2019-06-02" }, "answered_before_received"],
  [{ answeredOn: "2026-03-03" }, "answered_future"],
  [{ title: "示范\ufffd" }, "encoding"],
])("%j is refused: %s", (change, reason) => {
  expect(reasonOf(change)).toBe(reason);
});

test.each([
  [{ receivedOn: "43619" }, [{ field: "receivedOn", reason: "day_from_serial" }]],
  [{ receivedOn: "2019/6/3" }, [{ field: "receivedOn", reason: "day_rewritten" }]],
  [{ receivedOn: "２０１９年６月３日" }, [{ field: "receivedOn", reason: "day_rewritten" }]],
  [{ receivedOn: "2019-06-03 09:30:00" }, [{ field: "receivedOn", reason: "time_left_out" }]],
  [{ applicantKind: "法人" }, [{ field: "applicantKind", reason: "kind_from_name" }]],
  [{ title: "" }, [{ field: "title", reason: "title_from_description" }]],
  [{ description: "" }, [{ field: "description", reason: "description_from_title" }]],
  [{ channel: "托人" }, [{ field: "channel", reason: "channel_unknown" }]],
  [{ delivery: "托人" }, [{ field: "delivery", reason: "delivery_unknown" }]],
  [{ phone: "12" }, [{ field: "phone", reason: "contact_left_out" }]],
  [{ identityNumber: "4.4030519E17!" }, [{ field: "identityNumber", reason: "identity_left_out" }]],
])("%j is put right, and it is said", (change, repairs) => {
  expect(repairsOf(change)).toEqual(repairs);
});

test("marks of a spreadsheet are said of the columns that are read; a number that lost digits is none", () => {
  const marked = (field: string, mark: "formula" | "digits_lost") =>
    readOldFields({ ...wholeRow, identityNumber: "4.40305199001E+17" }, [{ field, mark }], {
      today,
      from1904: false,
    });
  expect(marked("answeredOn", "formula")).toMatchObject({
    repairs: expect.arrayContaining([{ field: "answeredOn", reason: "formula" }]),
  });
  expect(marked("number", "digits_lost")).toMatchObject({ reason: "number_unreadable" });
  expect(marked("identityNumber", "digits_lost")).not.toHaveProperty("old.identityNumber");
});

describe("days", () => {
  test("count from 1900 or from 1904, as the workbook says", () => {
    expect(readDayText("43619", false)).toEqual({ day: "2019-06-03", repair: "day_from_serial" });
    expect(readDayText("42157.5", true)).toEqual({ day: "2019-06-03", repair: "day_from_serial" });
  });
  test("of an instant are those of Beijing", () => {
    expect(readDayText("2019-06-02T17:00:00Z", false)).toMatchObject({ day: "2019-06-03" });
  });
  test("never come out of a text that is none, and never throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = readDayText(text, false);
        expect("day" in found ? /^\d{4}-\d{2}-\d{2}$/.test(found.day) : true).toBe(true);
      }),
    );
  });
});

describe("words", () => {
  test("each of the 21 outcomes is known by its code, its row and its words in both languages", () => {
    for (const { code, row, label } of outcomes)
      for (const word of [code, row, label.zh, label.en, ` ${label.zh}。`])
        expect([word, readOutcome(word)]).toEqual([word, code]);
  });
  test.each([
    ["不予公开（属于国家秘密）", "state_secret"],
    ["（三）不予公开：1.属于国家秘密", "state_secret"],
    ["无法提供-本机关不掌握", "not_held"],
    ["信息不存在", "not_held"],
    ["申请人撤回", "other"],
    ["done", "disclosed"],
    ["no_docs", "not_held"],
    ["partial", "partly_disclosed"],
    ["abandoned", "other"],
    ["appealing", "open"],
  ])("%s is %s", (word, outcome) => {
    expect(readOutcome(word)).toBe(outcome);
  });
  test.each([
    ["公民", "张三", "person", false],
    ["", "买买提·艾力", "person", true],
    ["", "Jane Doe", "person", true],
    ["", "示范律师事务所", "legal_service", true],
    ["", "示范大学", "research", true],
    ["法人或其他组织", "示范县融媒体中心", "other_organisation", true],
    ["", "Acme Ltd", "company", true],
  ])("%s %s is %s", (word, name, kind, fromName) => {
    expect(readKind(word, name)).toEqual({ kind, fromName });
  });
});

test("the first word of each column is what the pages call it", () => {
  expect(Object.fromEntries(Object.entries(headings).map(([field, [first]]) => [field, first]))).toEqual(
    oldCopy("zh").columns,
  );
});

describe("headings", () => {
  test("of the FOIA log format are known, and so is the empty table's own header", () => {
    const log = [
      "request id",
      "requester",
      "requester organization",
      "subject",
      "date requested",
      "date perfected",
    ];
    expect([...log, "date completed", "status"].map(fieldOfHeading)).toEqual([
      ...["number", "name", "organisation", "title", "receivedOn", "perfectedOn", "answeredOn", "outcome"],
    ]);
    expect(columnsIn(templateHeadings)?.every((name) => Object.hasOwn(headings, name))).toBe(true);
    expect(fieldOfHeading("* 申请人姓名（必填）：")).toBe("name");
    expect(fieldOfHeading("Date_Requested")).toBe("receivedOn");
  });
  test("no word means two fields", () => {
    const words = Object.values(headings).flat();
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
  });
  test("a title above the header is none", () => {
    expect(columnsIn(["2019年登记表", "", ""])).toBeUndefined();
    expect(columnsIn(["编号", "申请人", "收到日期", "经办人"])).toEqual([
      "number",
      "name",
      "receivedOn",
      "经办人",
    ]);
  });
});
