/** The forms of a page as a browser sends them. */
import type { Browser } from "../support/browser.ts";

export interface FoundForm {
  readonly method: "GET" | "POST";
  readonly action: string;
  /** Each way to send it: what stands in its fields, with the button that is pressed. */
  readonly fields: readonly Field[];
  readonly buttons: readonly Field[];
}
export interface Field {
  readonly name: string;
  readonly value: string;
  /** Nobody can change it on the page. */
  readonly fixed: boolean;
}

/** Those that come to us; the bucket's are tested with it. */
export function formsOf(document: Document): FoundForm[] {
  return [...document.querySelectorAll("form")]
    .filter((form) => form.getAttribute("action")?.startsWith("/"))
    .map((form) => ({
      method: form.method === "post" ? ("POST" as const) : ("GET" as const),
      action: form.getAttribute("action") ?? "",
      fields: fieldsOf(form),
      buttons: [...form.querySelectorAll("button")]
        .filter((button) => button.name !== "")
        .map(({ name, value }) => ({ name, value, fixed: true })),
    }));
}

/** The same for forms that differ in nothing but the case or the guide they are about. */
export function kindOf({ method, action, fields, buttons }: FoundForm): string {
  // A file goes by its own number, whichever it is.
  const names = [...fields, ...buttons].map(({ name }) => name.replace(/f[0-9a-f]{32}/, "*"));
  const place = action
    .replaceAll(/\/\d{6}[GZR]\w+|\/\d{8}\w{20,}/g, "/*")
    .replaceAll(/\/items\/[^/]+/g, "/items/*")
    .replace(/\/20\d\d\/\d+/, "/*")
    .replaceAll(/\/(import|old-requests)\/[^/]+/g, "/$1/*")
    .replaceAll(/\/reports\/.+/g, "/reports/*")
    .replace(/\/bans\/[^/]+/, "/bans/*")
    .replaceAll(/\/mine\/\w{11}|\/visit\/.+/g, "/*")
    .replace(/\/hall-\d+\/main(\/\d{4}-\d\d-\d\d\/[WY][\d-]+\/[\w-]{12})?/, "/*")
    .replace(/\/tickets\/[WY][\d-]+/, "/tickets/*")
    .replace(/(\/consultations\/.+)\/[\w-]{22}$/, "$1/*");
  return `${method} ${place} ${[...new Set(names)].sort().join(" ")}`;
}

function fieldsOf(form: HTMLFormElement): Field[] {
  const elements = [...form.querySelectorAll<HTMLInputElement>("input, select, textarea")];
  const seen = new Map<string, Field>();
  for (const { name, value, type } of elements)
    if (name !== "" && !seen.has(name)) seen.set(name, { name, value, fixed: type === "hidden" });
  return [...seen.values()];
}

export const valuesOf = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));

export function send(
  browser: Browser,
  { method, action }: Pick<FoundForm, "method" | "action">,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  if (method === "POST") return browser.post(action, values);
  return browser.get(`${action.split("?")[0]}?${new URLSearchParams(values)}`);
}

/** With what nobody can change and nothing else, by its last button, which is the one that hands something in. */
export function sendEmpty(browser: Browser, form: FoundForm): Promise<Response> {
  const empty = form.fields.map((field) => (field.fixed ? field : { ...field, value: "" }));
  return send(browser, form, valuesOf([...empty, ...form.buttons.slice(-1)]));
}
