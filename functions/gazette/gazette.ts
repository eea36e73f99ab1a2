/**
 * What a government publishes of its own accord (主动公开): policies (政策法规), announcements (政务公告) and news (动态),
 * each kind a column of its own. One item has a text that citizens read and, beside it, one that an office writes.
 */
import * as v from "valibot";
import type { CaseFile } from "../attachment/attachment.ts";
import type { Day } from "../calendar/calendar.day.ts";
import { isDay } from "../calendar/calendar.day.ts";

export const gazetteKinds = ["policy", "announcement", "news"] as const;
export type GazetteKind = (typeof gazetteKinds)[number];
export const isGazetteKind = (text: string | undefined): text is GazetteKind =>
  gazetteKinds.some((kind) => kind === text);

/** 有效、修改、失效、废止: whether a policy still holds. */
export const validities = ["in_force", "amended", "lapsed", "repealed"] as const;
export type Validity = (typeof validities)[number];

/** Another page of ours, with the name that it had when the link was made. */
export interface GazetteLink {
  readonly id: string;
  readonly name: string;
}

/** The text of an item as its office writes it and, once it is published, as everybody reads it. */
export interface GazetteContent {
  readonly kind: GazetteKind;
  readonly title: string;
  /** 发文机关, in the words of the document: not always the unit that puts it up. */
  readonly organ: string;
  /** 文号. */
  readonly documentNumber?: string;
  /** 索引号. */
  readonly indexNumber?: string;
  /** 成文日期. */
  readonly writtenOn?: Day;
  /** When it was first published elsewhere, for what is older than this site. */
  readonly issuedOn?: Day;
  /** From when citizens read it; at once unless it is to come. */
  readonly from?: Day;
  /** From when it is no longer shown. */
  readonly until?: Day;
  readonly validity: Validity;
  /** Why it was amended, lapsed or was repealed, such as by which document. */
  readonly validityNote?: string;
  /** The last day on which it holds (有效期至). */
  readonly validUntil?: Day;
  /** The policy that took its place. */
  readonly successor?: GazetteLink;
  /** One paragraph a line; a line that begins with "# " is a heading. */
  readonly body: string;
  /** The guides that it is about. */
  readonly guides: readonly GazetteLink[];
  /** Added beside the form, and looked at before anybody may read them. */
  readonly files?: readonly CaseFile[];
}

export const MOST_CHARACTERS = { title: 200, short: 100, note: 300, body: 30_000, reason: 300 } as const;
export const MOST_GUIDES = 8;

const required = (field: string, most: number) =>
  v.pipe(
    v.string(`${field}.required`),
    v.trim(),
    v.minLength(1, `${field}.required`),
    v.maxLength(most, `${field}.too_long`),
  );
const optional = (field: string, most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(most, `${field}.too_long`),
    v.transform((text) => (text === "" ? undefined : text)),
  );

/** 2026-03-01, 2026.3.1, 2026/3/1 and 2026年3月1日 are one day. */
export function dayIn(text: string): Day | undefined {
  const parts = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text.normalize("NFKC").trim());
  if (parts === null) return undefined;
  const [, year = "", month = "", date = ""] = parts;
  const day = [year, month.padStart(2, "0"), date.padStart(2, "0")].join("-");
  return isDay(day) ? day : undefined;
}

const day = (field: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === "" || dayIn(text) !== undefined, `${field}.day`),
    v.transform((text) => dayIn(text)),
  );

/** Guide codes one a line, or separated by spaces or commas. */
const codes = v.pipe(
  v.string(),
  v.transform((text) => [...new Set(text.split(/[\s,，、;；]+/).filter((code) => code !== ""))]),
  v.maxLength(MOST_GUIDES, "guides.too_many"),
);

/** What the form of an office sends: strings in. What else must hold together `faultsOf` says. */
export const gazetteForm = v.object({
  title: required("title", MOST_CHARACTERS.title),
  organ: required("organ", MOST_CHARACTERS.short),
  documentNumber: optional("documentNumber", MOST_CHARACTERS.short),
  indexNumber: optional("indexNumber", MOST_CHARACTERS.short),
  writtenOn: day("writtenOn"),
  issuedOn: day("issuedOn"),
  from: day("from"),
  until: day("until"),
  validity: v.fallback(v.picklist(validities), "in_force"),
  validityNote: optional("validityNote", MOST_CHARACTERS.note),
  validUntil: day("validUntil"),
  successor: v.pipe(
    v.string(),
    v.trim(),
    // The address of its page does as well as what stands at its end.
    v.transform((text) => /([^/]+)\/?$/.exec(text)?.[1]),
  ),
  body: required("body", MOST_CHARACTERS.body),
  guides: codes,
});
export type GazetteForm = v.InferOutput<typeof gazetteForm>;
export const gazetteFields = Object.keys(gazetteForm.entries) as readonly (keyof GazetteForm)[];

export const gazetteReason = v.object({ reason: required("reason", MOST_CHARACTERS.reason) });

/** A paragraph or a heading, without any markup. */
export interface Block {
  readonly kind: "heading" | "paragraph";
  readonly text: string;
}

export const blocksOf = (body: string): readonly Block[] =>
  body
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "#")
    .map((line) =>
      line.startsWith("# ")
        ? { kind: "heading", text: line.slice(2).trim() }
        : { kind: "paragraph", text: line },
    );

const SUMMARY_CHARACTERS = 120;
/** The first words of a text, for a list or a feed. */
export function summaryOf(body: string): string {
  const text = blocksOf(body)
    .filter(({ kind }) => kind === "paragraph")
    .map((block) => block.text)
    .join("");
  const characters = [...text];
  return characters.length <= SUMMARY_CHARACTERS
    ? text
    : `${characters.slice(0, SUMMARY_CHARACTERS).join("")}…`;
}

/** Whether a policy holds on a day: past its last day it has lapsed, whatever nobody has written since. */
export function validityOn(
  { validity, validUntil }: Pick<GazetteContent, "validity" | "validUntil">,
  today: Day,
): Validity {
  const isOver = validUntil !== undefined && validUntil < today;
  return isOver && validity !== "repealed" ? "lapsed" : validity;
}

export const isGazetteId = (id: string): boolean => /^[\w-]{22}$/.test(id);
