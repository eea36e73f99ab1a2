/** What a unit has set for its letters: its words and places, and which template stands for which letter. */
import * as v from "valibot";
import type { Bucket } from "../kit/bucket.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { LetterSettings } from "./letter.data.ts";

/** A template of the office's own. */
export interface OwnTemplate {
  readonly kind: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly at: string;
  readonly byName: string;
  /** Counts up; the default is 0. */
  readonly version: number;
  /** Back to the default. */
  readonly isDefault: boolean;
}

export interface LetterOffice {
  readonly settings: LetterSettings;
  readonly settingsVersion: number;
  readonly templates: readonly OwnTemplate[];
}

export interface LetterTemplateStore {
  /** What a unit has set for all of its letters, by one read. */
  readSettings(unit: string): Promise<LetterSettings>;
  /** Everything that a unit has set, by one query. */
  readOffice(unit: string): Promise<LetterOffice>;
  settingsWrite(unit: string, settings: LetterSettings, before: number): Write;
  templateWrite(unit: string, template: OwnTemplate): Write;
  readTemplate(unit: string, template: OwnTemplate): Promise<Uint8Array>;
  putTemplate(unit: string, template: Pick<OwnTemplate, "kind" | "sha256">, bytes: Uint8Array): Promise<void>;
}

const officePartition = (unit: string) => keyOf("LETTER", unit);
const settingsKey = (unit: string): Key => ({ pk: officePartition(unit), sk: "OFFICE#SETTINGS" });
const templateKey = (unit: string, kind: string): Key => ({
  pk: officePartition(unit),
  sk: keyOf("OFFICE", "TEMPLATE", kind),
});
const fileOf = (unit: string, { kind, sha256 }: Pick<OwnTemplate, "kind" | "sha256">) =>
  `templates/${unit}/${kind}/${sha256}.docx`;
export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const settings = v.object({
  word: v.string(),
  reviewBody: v.string(),
  court: v.string(),
  onlineReview: v.string(),
});
const settingsItem = v.object({ settings, version: v.number() });
const template = v.object({
  kind: v.string(),
  sha256: v.string(),
  sizeBytes: v.number(),
  at: v.string(),
  byName: v.string(),
  version: v.number(),
  isDefault: v.boolean(),
});

export const noSettings: LetterSettings = { word: "", reviewBody: "", court: "", onlineReview: "" };

export function openLetterTemplateStore(table: Table, bucket: Bucket): LetterTemplateStore {
  const unchanged = (before: number) =>
    before === 0 ? isNew : { text: "#version = :before", values: { before } };
  const otherwise = () => conflict("letter_office_changed");
  return {
    async readSettings(unit) {
      const item = await table.get(settingsKey(unit));
      return item === undefined ? noSettings : v.parse(settingsItem, item).settings;
    },
    async readOffice(unit) {
      const values = { pk: officePartition(unit), prefix: "OFFICE#" };
      const { items } = await table.query({
        where: { text: "#pk = :pk AND begins_with(#sk, :prefix)", values },
      });
      const found = items.find(({ sk }) => sk === settingsKey(unit).sk);
      const stored = found === undefined ? undefined : v.parse(settingsItem, found);
      return {
        settings: stored?.settings ?? noSettings,
        settingsVersion: stored?.version ?? 0,
        templates: items.filter((item) => item !== found).map((item) => v.parse(template, item)),
      };
    },
    settingsWrite: (unit, value, before) => ({
      kind: "put",
      key: settingsKey(unit),
      item: { settings: value, version: before + 1 },
      when: unchanged(before),
      otherwise,
    }),
    templateWrite: (unit, value) => ({
      kind: "put",
      key: templateKey(unit, value.kind),
      item: { ...value },
      when: unchanged(value.version - 1),
      otherwise,
    }),
    readTemplate: (unit, value) => bucket.read(fileOf(unit, value)),
    putTemplate: (unit, value, bytes) => bucket.put(fileOf(unit, value), bytes, DOCX_TYPE),
  };
}
