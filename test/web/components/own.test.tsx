import { describe, expect, test } from "vitest";
import type { Content } from "../../../web/components/attributes.ts";
import type { CalendarDay } from "../../../web/components/calendar.tsx";
import { Calendar } from "../../../web/components/calendar.tsx";
import { Copyable } from "../../../web/components/copyable.tsx";
import { showErrors } from "../../../web/components/field-errors.ts";
import { Input } from "../../../web/components/input.tsx";
import { qrPath } from "../../../web/components/qr.tsx";
import { Textarea } from "../../../web/components/textarea.tsx";
import { copy } from "../../../web/copy/index.ts";
import { parse } from "../tree.ts";

async function open(element: Content) {
  return parse(String(await element));
}

describe("calendar", () => {
  const words = {
    weekdays: copy("zh").common.weekdays,
    month: (day: string) => day.slice(0, 7),
    day: (day: CalendarDay) => `${day.day} ${day.kind} ${day.number ?? ""}`,
  };
  const days: CalendarDay[] = [
    { day: "2026-02-28", kind: "start" },
    { day: "2026-03-01", kind: "excluded", reason: "周末" },
    { day: "2026-03-02", kind: "due", number: 1 },
  ];

  test("shows every month between the first and the last day, Monday first", async () => {
    const document = await open(<Calendar days={days} words={words} />);
    expect([...document.querySelectorAll("caption")].map((one) => one.textContent)).toEqual([
      "2026-02",
      "2026-03",
    ]);
    // 1 March 2026 is a Sunday: it stands alone in the last place of its week.
    const firstWeek = document.querySelectorAll("table")[1]?.querySelector("tbody tr");
    expect([...(firstWeek?.children ?? [])].map((cell) => cell.className.split("--")[1])).toEqual([
      ...Array.from({ length: 6 }, () => "none"),
      "excluded",
    ]);
  });

  test("says every day as a sentence to who cannot see the grid", async () => {
    const document = await open(<Calendar days={days} words={words} />);
    const spoken = [...document.querySelectorAll(".govuk-visually-hidden")].map((one) => one.textContent);
    expect(spoken).toEqual(["2026-02-28 start ", "2026-03-01 excluded ", "2026-03-02 due 1"]);
  });

  test("without days shows nothing", async () => {
    expect((await open(<Calendar days={[]} words={words} />)).querySelectorAll("table")).toHaveLength(0);
  });
});

describe("text stays text", () => {
  const hostile = `"><img src=x onerror=alert(1)>\u202e`;

  test("in a field, its label, its hint and its error", async () => {
    const error = { text: hostile, prefix: "错误" };
    const document = await open(
      <Input name="a" label={hostile} hint={hostile} value={hostile} error={error} />,
    );
    expect(document.querySelectorAll("img")).toHaveLength(0);
    expect(document.querySelector("input")?.value).toBe(hostile);
  });

  test("in a text area, with the first line break kept", async () => {
    const document = await open(<Textarea name="a" label="a" value={`\n${hostile}</textarea>`} />);
    expect(document.querySelector("textarea")?.value).toBe(`\n${hostile}</textarea>`);
  });

  test("in what is copied", async () => {
    const document = await open(<Copyable label="编号" shown={hostile} words={copy("zh").common} />);
    expect(document.querySelector("button")?.dataset.copy).toBe(hostile);
  });
});

test("a QR code is drawn in bars of dark modules", () => {
  expect(qrPath([[true, true, false, true], [], [false, true]])).toBe("M0 0h2v1h-2zM3 0h1v1h-1zM1 2h1v1h-1z");
});

describe("errors of a form", () => {
  const words = {
    copy: copy("zh"),
    labels: { phone: "手机号" },
    sentences: { "phone.taken": "这个号码已经用过" },
  };

  test("find a capability's own sentence, then the common one, then a plain one", () => {
    const errors = ["taken", "required", "constructor"].map((code) => ({ field: "phone", code }));
    expect(showErrors(errors, words).summary).toEqual([
      { text: "这个号码已经用过", href: "#phone" },
      { text: "请填写手机号", href: "#phone" },
      { text: "手机号的格式不对，请检查", href: "#phone" },
    ]);
  });

  test("stand at their field, the first one where there are several", () => {
    const shown = showErrors([{ field: "phone", code: "required" }], words);
    expect(shown.at("phone")).toEqual({ text: "请填写手机号", prefix: "错误" });
    expect(shown.at("name")).toBeUndefined();
    expect(shown.any).toBe(true);
    expect(showErrors([], words).any).toBe(false);
  });
});
