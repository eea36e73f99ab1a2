/** Every refusal has words in both languages, in the API and on pages. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problems } from "../../functions/app.api.problems.ts";
import { ofSeats } from "../../functions/booking/booking.api.problems.of.ts";
import { appealCopy } from "../../web/copy/appeal.ts";
import { bookingProblemCopy } from "../../web/copy/booking-problem.ts";
import { copy } from "../../web/copy/index.ts";
import { bansCopy, hallCopy } from "../../web/copy/office-hall.ts";

const sources = globSync("functions/booking/*.ts").map((file) => readFileSync(file, "utf8"));
const found = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, code]) => code ?? ""))),
];
/** Told only between functions, and tried again there. */
const inside = ["booking_changed"];
/** Raised where only one page asks, which has words of its own; who is not found there gets the page of a 404. */
const ownWords = (lang: "zh" | "en"): Readonly<Record<string, string>> => {
  const { appeal_made, ban_decided, tries_wait } = appealCopy(lang).errors;
  const { publishingNow } = hallCopy(lang);
  return {
    appeal_made: appeal_made(),
    ban_decided: ban_decided(),
    too_many_tries: tries_wait(),
    ban_changed: bansCopy(lang).one.changed,
    hall_publishing: publishingNow,
    ban_not_found: copy(lang).problem["404"].title,
    rebooking_not_found: copy(lang).problem["404"].title,
  };
};

test.each(["zh", "en"] as const)("in %s", (lang) => {
  const { codes, fields } = bookingProblemCopy(lang);
  const own = ownWords(lang);
  const raised = found(/(?:new Problem\(\d{3}, |conflict\(|notFound\()"([a-z_]+)"/g);
  expect(raised.length).toBeGreaterThan(12);
  const shown = [
    ...raised.filter((code) => !inside.includes(code) && code !== "phone_required" && !own[code]),
    "already_booked",
  ];
  expect(shown.filter((code) => !(code in codes))).toEqual([]);
  // Every other word of that shape after "hall" is what staff may do, or have done.
  const wrong = found(/"(hall\.(?:required|unknown)|(?:place|service|party|day|time)\.[a-z_]+)"/g).filter(
    (code) => code !== "time.order",
  );
  expect(wrong.length).toBeGreaterThan(10);
  expect(wrong.filter((code) => !(code in fields))).toEqual([]);
});

test("and in the API", () => {
  for (const code of ofSeats)
    expect(problems[code].zh.length * problems[code].en.length).toBeGreaterThan(100);
});
