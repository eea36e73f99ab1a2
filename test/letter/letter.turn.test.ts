/** Which letters each state of a case allows, and that every letter has its reason where it is not open. */
import { describe, expect, test } from "vitest";
import { letters } from "../../functions/letter/letter.kind.ts";
import type { LetterTurn } from "../../functions/letter/letter.turn.ts";
import { letterRefusals, refuseLetter } from "../../functions/letter/letter.turn.ts";
import { letter as en } from "../../web/copy/en/office.letter.ts";
import { letter as zh } from "../../web/copy/zh/office.letter.ts";

type Head = LetterTurn["head"];
const confirmed = { clock: { submittedOn: "2026-03-02", confirmedOn: "2026-03-02" } };
const by = { id: "r", name: "r" };
const head = (changes: Partial<Head> = {}): Head => ({ state: "handling", ...confirmed, ...changes });
const openAt = (changes: Partial<Head>, issued = 0): readonly string[] =>
  letters
    .filter((letter) => refuseLetter(letter, { head: head(changes), issued }) === undefined)
    .map(({ kind }) => kind);
const consulted = (party: "third_party" | "co_author", opinion?: "agree" | "object") => ({
  consultations: [
    {
      id: "c4",
      party,
      name: "sealed",
      about: "x",
      sentOn: "2026-03-02",
      until: "2026-03-23",
      ...(opinion === undefined ? {} : { answer: { opinion, via: "paper" as const, on: "2026-03-03" } }),
    },
  ],
});
const reply = { outcome: "disclosed", reply: "现予公开。", files: [] };

/** Always there once receipt is confirmed and nobody has answered. */
const usual = ["receipt", "registration", "assistance_request"];

describe("a case is ready for", () => {
  const { confirmedOn: _confirmedOn, ...unconfirmed } = confirmed.clock;
  test.each<[string, Partial<Head>, readonly string[]]>([
    [
      "nothing but its register, before receipt is confirmed",
      { state: "submitted", clock: unconfirmed },
      ["registration"],
    ],
    [
      "nothing more, whatever else it is said to hold",
      {
        clock: unconfirmed,
        extension: { workingDays: 10, reason: "x", by, on: "2026-03-02" },
        ...consulted("third_party"),
      },
      ["registration"],
    ],
    ["the usual, in handling", {}, usual],
    [
      "the notice to correct, while a correction is awaited",
      { state: "correcting", correction: { what: "x", until: "2026-03-23", on: "2026-03-02" } },
      [...usual, "correction_notice"],
    ],
    [
      "no notice to correct any more, once it was made",
      { correction: { what: "x", until: "2026-03-23", on: "2026-03-02", madeOn: "2026-03-03" } },
      usual,
    ],
    [
      "no notice of an extension that is only asked for",
      { extensionAsk: { workingDays: 10, reason: "x", by } } as Partial<Head>,
      usual,
    ],
    [
      "the notice of an extension that was granted",
      { extension: { workingDays: 10, reason: "x", by, on: "2026-03-02" } },
      [...usual, "extension_notice"],
    ],
    [
      "the letters to a third party",
      consulted("third_party"),
      [...usual, "third_party_consultation", "third_party_confirmation", "applicant_consultation_notice"],
    ],
    [
      "the letter to an agency that made it too",
      consulted("co_author"),
      [...usual, "co_author_consultation", "applicant_consultation_notice"],
    ],
    [
      "the notice of a fee, while it is not paid",
      {
        state: "awaiting_payment",
        fee: {
          scheme: "by_pages",
          feeYuan: 10,
          basis: "x",
          payment: "x",
          on: "2026-03-02",
          until: "2026-03-30",
        },
      },
      [...usual, "fee_notice"],
    ],
    [
      "the notice to give reasons, until they are given",
      { excess: { why: "x", on: "2026-03-02", until: "2026-03-11" } },
      [...usual, "reasons_notice"],
    ],
    [
      "no letter of an outcome that waits for its review",
      { state: "proposed", proposal: { ...reply, by } },
      usual,
    ],
    [
      "the letter of the approved outcome",
      { state: "approved", proposal: { ...reply, by } },
      [...usual, "outcome_disclosed"],
    ],
    [
      "the word to a third party that objected, when it is disclosed all the same",
      { state: "approved", proposal: { ...reply, by }, ...consulted("third_party", "object") },
      [
        ...usual,
        "third_party_consultation",
        "third_party_confirmation",
        "applicant_consultation_notice",
        "third_party_decision",
        "outcome_disclosed",
      ],
    ],
    [
      "what ends it, once it is answered",
      { state: "answered", answer: { ...reply, on: "2026-03-03" } },
      ["receipt", "registration", "outcome_disclosed"],
    ],
    ["no help of others, once it is withdrawn", { state: "withdrawn" }, ["receipt", "registration"]],
  ])("%s", (_what, changes, kinds) => {
    expect(openAt(changes).toSorted()).toEqual([...kinds].toSorted());
  });

  test("a proof of service, once there is something to serve", () => {
    expect(openAt({}, 1)).toEqual(expect.arrayContaining(["service_proof"]));
  });
});

test("each letter that is not open says why, in both languages", () => {
  const bare = head({ state: "submitted", clock: { submittedOn: "2026-03-02" } });
  for (const letter of letters.filter(({ kind }) => kind !== "registration")) {
    const refusal = refuseLetter(letter, { head: bare, issued: 0 });
    expect(refusal, letter.kind).toBeDefined();
  }
  for (const refusal of letterRefusals) {
    expect(zh.refusals[refusal]).toMatch(/。$/);
    expect(en.refusals[refusal]).toMatch(/\.$/);
  }
});
