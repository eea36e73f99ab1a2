/** What a reviewer reads: which fields of a guide changed from one version to the next, before and after. */
import type { Guide } from "./guide.ts";

export interface Change {
  /** The field: `promise.day`, or a field of an entry of a list, named by its entry: `materials[身份证].pageNum`. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** The field that names an entry of each list, so that moving an entry is no change of all that follow. */
const names = ["materialName", "name", "question", "number", "address", "code"] as const;

/** The changed fields in the order of the guide, what is gone last. Equal guides give an empty list. */
export function difference(before: Guide, after: Guide): readonly Change[] {
  const [old, now] = [flat(before), flat(after)];
  const changed = [...now].flatMap(([field, text]): Change[] => {
    const was = old.get(field);
    if (was === text) return [];
    return [was === undefined ? { field, after: text } : { field, before: was, after: text }];
  });
  const gone = [...old].flatMap(([field, text]) => (now.has(field) ? [] : [{ field, before: text }]));
  return [...changed, ...gone];
}

function flat(guide: Guide): Map<string, string> {
  const fields = new Map<string, string>();
  add(fields, "", guide);
  return fields;
}

function add(fields: Map<string, string>, path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== "object") {
    fields.set(path, String(value));
    return;
  }
  if (Array.isArray(value)) {
    addList(fields, path, value);
    return;
  }
  if (isCoded(value)) {
    fields.set(path, value.name);
    return;
  }
  for (const [key, each] of Object.entries(value)) add(fields, path === "" ? key : `${path}.${key}`, each);
}

function addList(fields: Map<string, string>, path: string, entries: readonly unknown[]): void {
  if (entries.length === 0) return;
  const plain = entries.map((each) => (isCoded(each) ? each.name : each));
  if (plain.every((each) => typeof each === "string")) {
    fields.set(path, plain.join("、"));
    return;
  }
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const name = nameOf(entry);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    add(fields, `${path}[${times === 1 ? name : `${name} (${times})`}]`, entry);
  }
}

function nameOf(entry: unknown): string {
  const fields = entry as Readonly<Record<string, unknown>>;
  const key = names.find((name) => typeof fields[name] === "string");
  return key === undefined ? "" : String(fields[key]);
}

const isCoded = (value: unknown): value is { readonly name: string } =>
  typeof value === "object" && value !== null && "system" in value && "code" in value && "name" in value;
