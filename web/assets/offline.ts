/** The page that stands in where there is no network: searches the names on the phone, and lists what is kept. */
import { findNames, type NameRow } from "./names.ts";

const place = document.querySelector<HTMLElement>("[data-offline]");
if (place) void fill(place);

async function fill(place: HTMLElement): Promise<void> {
  const pack = await namesFrom(place.dataset.offline ?? "");
  const saved = await savedGuides(pack ?? []);
  const text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  showSaved(place, saved);
  // What is kept is found too where the list of names is older than it, or was never kept.
  const known = new Set((pack ?? []).map(({ id }) => id));
  const names = [...(pack ?? []), ...saved.filter(({ id }) => !known.has(id))];
  if (text !== "") showFound(place, { text, names: names.length > 0 ? names : undefined, saved });
}

/** The guides that the worker has kept, the newest first; one that the names do not have goes by its own heading. */
async function savedGuides(names: readonly NameRow[]): Promise<readonly NameRow[]> {
  if (!("caches" in window)) return [];
  const pages = await caches.open("guides");
  const paths = (await pages.keys()).map(({ url }) => new URL(url).pathname);
  const wanted = [...new Set(paths.reverse())].filter(
    (path) => /^\/guides\/[^/]+$/.test(path) && path !== "/guides/offline",
  );
  return Promise.all(
    wanted.map(async (path): Promise<NameRow> => {
      const id = decodeURIComponent(path.slice("/guides/".length));
      const known = names.find((row) => row.id === id);
      if (known) return known;
      const kept = await pages.match(path, { ignoreSearch: true });
      const html = new DOMParser().parseFromString((await kept?.text()) ?? "", "text/html");
      const name = html.querySelector("h1")?.textContent?.trim() || id;
      return { id, code: id, name, unitName: "", initials: "" };
    }),
  );
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

function showSaved(place: HTMLElement, saved: readonly NameRow[]): void {
  const list = place.querySelector<HTMLElement>("[data-saved-list]");
  const none = place.querySelector<HTMLElement>("[data-saved-none]");
  list?.replaceChildren(...saved.map(({ id, name }) => rowOf(name, pathOf(id))));
  if (list) list.hidden = saved.length === 0;
  if (none) none.hidden = saved.length > 0;
}

interface Asked {
  readonly text: string;
  readonly names: readonly NameRow[] | undefined;
  readonly saved: readonly NameRow[];
}

function showFound(place: HTMLElement, { text, names, saved }: Asked): void {
  const section = place.querySelector<HTMLElement>("[data-found]");
  const none = place.querySelector<HTMLElement>("[data-found-none]");
  const input = document.querySelector<HTMLInputElement>("#q");
  if (input) input.value = text;
  const found = findNames(names ?? [], text);
  const rows = found.map((row) => {
    const isSaved = saved.some(({ id }) => id === row.id);
    return rowOf(
      row.unitName === "" ? row.name : `${row.name} · ${row.unitName}`,
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
