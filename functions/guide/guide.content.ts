/** A guide as rows of field and text, part by part, for whoever reads all of it before they approve it. */
import type { Coded } from "./guide.dictionary.ts";
import type { GuideField, GuideSection } from "./guide.section.ts";
import { isRows, partsOf, sectionNames } from "./guide.section.ts";
import type { Guide, Limit } from "./guide.ts";

/** Words of a language for what a guide holds as a number or a yes. */
export interface ContentWords {
  readonly yes: string;
  readonly no: string;
  /** A value of a dictionary, by the name that the guide keeps. */
  readonly term: (name: string) => string;
  readonly limit: (day: number, type: Limit["type"]) => string;
  readonly day: (day: string) => string;
  /** Somebody's name, by their id. */
  readonly owner: (id: string) => string;
}

export interface ContentText {
  readonly field: string;
  readonly text: string;
}

export interface GuideContent {
  readonly section: GuideSection;
  /** A field with its text, or a row of a list with the texts of its fields. */
  readonly rows: readonly (
    | ContentText
    | { readonly field: string; readonly parts: readonly ContentText[] }
  )[];
}

/** Only what is filled in, in the order of the forms; parts with nothing in them are left out. */
export const contentOf = (guide: Guide, words: ContentWords): readonly GuideContent[] =>
  sectionNames
    .map((section) => ({ section, rows: rowsOf(section, guide, words) }))
    .filter(({ rows }) => rows.length > 0);

function rowsOf(section: GuideSection, guide: Guide, words: ContentWords): GuideContent["rows"] {
  const fields = guide as unknown as Readonly<Record<string, unknown>>;
  return partsOf(section).flatMap((part): GuideContent["rows"] => {
    if (!isRows(part)) return rowOf(part, part.name, { value: fields[part.name], words });
    const rows = (fields[part.list] ?? []) as readonly Readonly<Record<string, unknown>>[];
    return rows.map((row, place) => ({
      field: `${part.list}.${place}`,
      parts: part.fields.flatMap((field) =>
        rowOf(field, `${part.list}.${place}.${field.name}`, { value: row[field.name], words }),
      ),
    }));
  });
}

function rowOf(field: GuideField, name: string, { value, words }: { value: unknown; words: ContentWords }) {
  const text = value === undefined ? "" : textOf(field, value, words);
  return text === "" ? [] : [{ field: name, text }];
}

function textOf({ kind }: GuideField, value: unknown, words: ContentWords): string {
  switch (kind) {
    case "yesno":
      return value === true ? words.yes : words.no;
    case "limit": {
      const { day, type, explain } = value as Limit;
      return [words.limit(day, type), explain].filter((text) => text !== undefined).join("\n");
    }
    case "coded":
      return words.term((value as Coded).name);
    case "codedMany":
      return (value as readonly Coded[]).map(({ name }) => words.term(name)).join("、");
    case "lines":
      return (value as readonly string[]).join("、");
    case "day":
      return words.day(String(value));
    case "owner":
      return words.owner(String(value));
    default:
      return String(value);
  }
}
