/** What must hold on every page, as sentences about what does not. */
import { parse } from "../web/tree.ts";

export interface Looked {
  readonly lang: "zh" | "en";
  readonly elder: boolean;
}

export async function documentOf(response: Response): Promise<Document> {
  return parse(await response.clone().text());
}

export function faultsOf(response: Response, document: Document, { lang, elder }: Looked): string[] {
  const { documentElement: root, body, title } = document;
  const faults: [boolean, string][] = [
    [document.querySelectorAll("h1").length === 1, "one h1"],
    [root.lang === (lang === "zh" ? "zh-Hans" : "en"), `in ${lang}`],
    [body.classList.contains("elder") === elder, elder ? "elder view" : "standard view"],
    [title.trim() !== "", "a title"],
    [document.doctype !== null, "a doctype"],
  ];
  return [
    ...faults.filter(([holds]) => !holds).map(([, what]) => `not ${what}`),
    ...headerFaults(response),
    ...unnamed(document),
    ...danglingIds(document),
    ...executing(document),
    ...(lang === "en" ? chineseIn(document) : notTranslated(document)),
    ...errorFaults(response, document),
  ];
}

function headerFaults({ headers }: Response): string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const wanted = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"];
  return [
    ...wanted.filter((each) => !policy.split("; ").includes(each)).map((each) => `policy without ${each}`),
    ...(/unsafe|\*|data:.*script/.test(policy) ? [`policy ${policy}`] : []),
    ...(headers.get("x-content-type-options") === "nosniff" ? [] : ["no nosniff"]),
  ];
}

const short = (element: Element) => element.outerHTML.slice(0, 120);
const all = (document: Document, selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const shown = (each: Element) => each.closest("[hidden]") === null;

function unnamed(document: Document): string[] {
  const fields = all(document, "input:not([type=hidden]), select, textarea");
  const named = (field: Element) =>
    field.hasAttribute("aria-label") ||
    field.hasAttribute("aria-labelledby") ||
    ((field as HTMLInputElement).labels?.length ?? 0) === 1;
  const silent = all(document, "a, button, summary, th, legend, label").filter(
    (each) => each.textContent?.trim() === "" && shown(each),
  );
  const groups = all(document, "input[type=radio]").filter(
    (each) => !each.closest("fieldset")?.querySelector("legend"),
  );
  return [...fields.filter((field) => !named(field)), ...silent, ...groups].map(
    (each) => `unnamed ${short(each)}`,
  );
}

function danglingIds(document: Document): string[] {
  const ids = all(document, "[id]").map(({ id }) => id);
  const pointing = ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap((name) =>
    all(document, `[${name}]`).flatMap((each) => each.getAttribute(name)?.split(/\s+/) ?? []),
  );
  const anchors = all(document, 'a[href^="#"]').map((each) => each.getAttribute("href")?.slice(1) ?? "");
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two of #${id}`),
    ...[...pointing, ...anchors].filter((id) => !ids.includes(id)).map((id) => `nothing has #${id}`),
  ];
}

const ADDRESSES = ["href", "src", "action", "formaction", "srcdoc", "data", "xlink:href"];
/** Ours, and the one place of the state that complaints are sent on to. */
const SAFE_ADDRESS = /^(\/(?!\/)|#|tel:|https:\/\/((bucket|issuer|xzfy)\.example|wsxf\.gjxfj\.gov\.cn)\/)/;

/** Anything that a browser would run, or that leads somewhere else than to us. */
export function executing(document: Document): string[] {
  const every = all(document, "*");
  const attributes = every.filter((each) =>
    [...each.attributes].some(
      ({ name, value }) =>
        /^on|^style$/.test(name) || (ADDRESSES.includes(name) && !SAFE_ADDRESS.test(value)),
    ),
  );
  const elements = all(document, "style, script:not([src]), iframe, object, embed, base, meta[http-equiv]");
  // The same page again after some seconds, for whoever has no scripts, and nothing else.
  const isReload = (each: Element) =>
    each.matches('noscript > meta[http-equiv="refresh"]') && /^\d+$/.test(each.getAttribute("content") ?? "");
  return [...attributes, ...elements.filter((each) => !isReload(each))].map(
    (each) => `may run ${short(each)}`,
  );
}

const READ_OUT = ["aria-label", "title", "alt", "placeholder", "content"];
/** Numbers as documents and articles have them, which have no other name in English. */
const QUOTED = /深府办〔2025〕12 号|^（[一二三四五六]）\d?$/;
const isHan = (text: string) => /\p{Script=Han}/u.test(text.trim().replace(QUOTED, ""));

/** Words that people of the office or citizens wrote are in Latin letters in these tests, so any other is ours. */
function chineseIn(document: Document): string[] {
  const foreign = (element: Element | null) => element?.closest("[lang|=zh]") != null;
  const texts = document.createTreeWalker(document.documentElement, 4);
  const found: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
    if (isHan(node.textContent ?? "") && !foreign(node.parentElement)) found.push(node.textContent ?? "");
  for (const element of all(document, "*"))
    for (const { name, value } of element.attributes)
      if ((READ_OUT.includes(name) || name.startsWith("data-")) && isHan(value) && !foreign(element))
        found.push(`${name}=${value}`);
  return found.map((text) => `Chinese in an English page: ${text.trim()}`);
}

function notTranslated(document: Document): string[] {
  const chrome = all(
    document,
    "button, label, legend, summary, .header a:not([lang]), .footer a:not([href^=tel])",
  );
  return chrome
    .filter((each) => shown(each) && !isHan(each.textContent ?? ""))
    .map((each) => `no Chinese in ${short(each)}`);
}

/** A form that came back says so at its head, each line leads to its field, and the field says it too. */
function errorFaults(response: Response, document: Document): string[] {
  const summary = document.querySelector(".govuk-error-summary");
  const messages = all(document, ".govuk-error-message");
  if (response.status !== 422) return summary ? ["an error summary on a page without errors"] : [];
  const links = all(document, ".govuk-error-summary a");
  const lost = links.filter((link) => {
    const target = document.getElementById(link.getAttribute("href")?.slice(1) ?? "");
    return !target?.matches("input:not([type=hidden]), select, textarea, [tabindex]");
  });
  const unsaid = links.filter(
    (link) => !messages.some((each) => each.textContent?.includes(link.textContent ?? "")),
  );
  const blind = messages.filter(
    (each) => document.querySelector(`[aria-describedby~="${each.id}"]`) === null,
  );
  return [
    ...(links.length === 0 ? ["422 without an error summary that leads to a field"] : []),
    ...lost.map((each) => `leads to no field: ${short(each)}`),
    ...unsaid.map((each) => `not said at the field: ${short(each)}`),
    ...blind.map((each) => `no field is described by ${short(each)}`),
    ...(links.length > 0 && messages.length > 0 && !document.title.match(/^(Error|有误)/)
      ? ["title without error"]
      : []),
  ];
}
