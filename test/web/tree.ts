import { JSDOM } from "jsdom";

/** Each document that is searched leaves listeners on its window, and every new one looks through them all. */
const PAGES_A_WINDOW = 50;
let { window } = new JSDOM();
let pages = 0;

/** A window for each page costs more than all comparisons together; a parser serves some dozens of them. */
export function parse(html: string): Document {
  pages += 1;
  if (pages % PAGES_A_WINDOW === 0) window = new JSDOM().window;
  return new window.DOMParser().parseFromString(html, "text/html");
}

/**
 * HTML as a list of lines, one for each element and text, such that two trees that mean the same are equal: the order
 * of attributes and classes, white space between elements and how a boolean attribute is written do not matter.
 */
export function treeOf(html: string): string[] {
  const document = parse(`<!doctype html><body>${html}</body>`);
  const lines: string[] = [];
  for (const child of document.body.childNodes) write(child, 0, lines);
  return lines;
}

function write(node: ChildNode, depth: number, lines: string[]): void {
  const indent = "  ".repeat(depth);
  if (node.nodeType === node.TEXT_NODE) {
    const text = (node.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    if (text) lines.push(`${indent}${text}`);
    return;
  }
  if (!isElement(node)) return;
  lines.push(`${indent}<${node.localName}${attributesOf(node)}>`);
  for (const child of node.childNodes) write(child, depth + 1, lines);
}

function isElement(node: ChildNode): node is Element & ChildNode {
  return node.nodeType === node.ELEMENT_NODE;
}

function attributesOf(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => {
    const tidy = name === "class" ? value.split(/\s+/).filter(Boolean).toSorted().join(" ") : value.trim();
    return [name, tidy] as const;
  });
  return attributes
    .filter(([name, value]) => !(name === "class" && value === ""))
    .map(([name, value]) => ` ${name}="${value}"`)
    .toSorted()
    .join("");
}
