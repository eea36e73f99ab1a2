/** The page that stands in where there is no network: searches the names on the phone, and lists what is kept. */
import { findNames, type NameRow } from "./names.ts";

const place = document.querySelector<HTMLElement>("[data-offline]");
if (place) void fill(place);

async function fill(place: HTMLElement): Promise<void> {
  const saved = await savedPaths();
  const names = await namesFrom(place.dataset.offline ?? "");
  const text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  showSaved(place, saved, names);
  if (text !== "") showFound(place, { text, names, saved });
}

/** Where the guides are that the worker has kept, the newest first. */
async function savedPaths(): Promise<readonly string[]> {
  if (!("caches" in window)) return [];
  const keys = await (await caches.open("guides")).keys();
  const paths = keys.map(({ url }) => new URL(url).pathname).filter((path) => /^\/guides\/[^/]+$/.test(path));
  return [...new Set(paths.filter((path) => path !== "/guides/offline").reverse())];
}

/** As the API gives them, in columns; none when they were never kept. */
async function namesFrom(address: string): Promise<readonly NameRow[] | undefined> {
  try {
    const { items } = (await (await fetch(address)).json()) as { items: NameRow[] };
    return items;
  } catch {
    return undefined;
  }
}

const pathOf = (id: string): string => `/guides/${encodeURIComponent(id)}`;

function showSaved(
  place: HTMLElement,
  saved: readonly string[],
  names: readonly NameRow[] | undefined,
): void {
  const list = place.querySelector<HTMLElement>("[data-saved-list]");
  const none = place.querySelector<HTMLElement>("[data-saved-none]");
  const byPath = new Map((names ?? []).map((row) => [pathOf(row.id), row]));
  const rows = saved.map((path) => rowOf(byPath.get(path)?.name ?? path.slice("/guides/".length), path));
  list?.replaceChildren(...rows);
  if (list) list.hidden = rows.length === 0;
  if (none) none.hidden = rows.length > 0;
}

interface Asked {
  readonly text: string;
  readonly names: readonly NameRow[] | undefined;
  readonly saved: readonly string[];
}

function showFound(place: HTMLElement, { text, names, saved }: Asked): void {
  const section = place.querySelector<HTMLElement>("[data-found]");
  const none = place.querySelector<HTMLElement>("[data-found-none]");
  const input = document.querySelector<HTMLInputElement>("#q");
  if (input) input.value = text;
  const found = findNames(names ?? [], text);
  const rows = found.map((row) => {
    const isSaved = saved.includes(pathOf(row.id));
    return rowOf(
      `${row.name} · ${row.unitName}`,
      isSaved ? pathOf(row.id) : undefined,
      place.dataset.notSaved,
    );
  });
  section?.querySelector("[data-found-list]")?.replaceChildren(...rows);
  if (section) section.hidden = false;
  if (none && rows.length === 0)
    none.textContent = (names === undefined ? place.dataset.namesNone : place.dataset.notFound) ?? "";
}

/** A link to what is kept; the name alone, with the reason, of what is not. */
function rowOf(text: string, path: string | undefined, notSaved = ""): HTMLElement {
  const item = document.createElement("li");
  const row = document.createElement(path ? "a" : "span");
  row.className = "links__link";
  const name = document.createElement("span");
  name.lang = "zh-Hans";
  name.textContent = text;
  row.append(name);
  if (path) row.setAttribute("href", path);
  else
    row.append(Object.assign(document.createElement("span"), { className: "muted", textContent: notSaved }));
  item.append(row);
  return item;
}
