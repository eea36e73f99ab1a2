import type { GuideDeskCopy } from "../../../copy/office-guide.ts";
import type { Language } from "../../../view.ts";

/** Looks a word up without finding what every object inherits, such as "constructor". */
const own = (words: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

/**
 * How a person calls a field: `materials.2.sourceType` is "材料 3：来源", `materials[身份证].pageNum` "材料“身份证”：原件份数",
 * `promise.day` "承诺办结时限：天数".
 */
export function fieldName(field: string, { fields }: GuideDeskCopy): string {
  const [, list = "", place, entry, rest = ""] =
    /^(\w+)(?:\.(\d+)|\[(.*)\])?(?:\.(\w[\w.]*))?$/s.exec(field) ?? [];
  const labels: Readonly<Record<string, string>> = fields.labels;
  if (place === undefined && entry === undefined) {
    const head = own(labels, list) ?? list;
    return rest === "" ? head : fields.pair(head, partName(list, rest, fields));
  }
  const rows: Readonly<Record<string, (n: number) => string>> = fields.row;
  const row =
    place === undefined
      ? fields.entry(own(labels, list) ?? list, entry ?? "")
      : ((Object.hasOwn(rows, list) ? rows[list]?.(Number(place) + 1) : undefined) ?? list);
  return rest === "" ? row : fields.pair(row, partName(list, rest, fields));
}

/** The last part of a name: `sourceType` of a list's row, `limit.day` of a step, `day` of a limit. */
function partName(list: string, rest: string, fields: GuideDeskCopy["fields"]): string {
  const labels: Readonly<Record<string, string>> = fields.labels;
  const [head = "", tail] = rest.split(".");
  const name = own(labels, `${list}.${head}`) ?? own(labels, head) ?? head;
  return tail === undefined ? name : fields.pair(name, own(labels, tail) ?? tail);
}

/** The label beside a field of a form: without the row, which its heading names. */
export function labelOf(field: string, { fields }: GuideDeskCopy): string {
  const labels: Readonly<Record<string, string>> = fields.labels;
  const plain = field.replace(/\.\d+\./, ".").replace(/\.(day|type|explain)$/, "");
  return own(labels, plain) ?? own(labels, field) ?? field;
}

/** A value of a dictionary in the page's language; a name that no dictionary has stays as it was written. */
export function termOf(name: string, { dictionary }: GuideDeskCopy): string {
  return own(dictionary, name) ?? name;
}

/** What an office wrote is Chinese whatever the page's language, and is read out as such. */
export const saidIn = (text: string, lang: Language): "zh-Hans" | undefined =>
  lang !== "zh" && /\p{Script=Han}/u.test(text) ? "zh-Hans" : undefined;
