/**
 * Suggestions under the search field as one types (the combobox of the ARIA practices). Without a script the form asks
 * the same question; a slow or failing network shows nothing and breaks nothing.
 */
interface Suggestion {
  readonly id: string;
  readonly name: string;
}

/** Longer than between two letters of somebody who types, shorter than a pause. */
const PAUSE_MILLISECONDS = 150;

export function watchSuggestions(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) suggestFor(input);
}

function suggestFor(input: HTMLInputElement): void {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel ?? "");
  (input.parentElement ?? input).append(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  }))
    input.setAttribute(name, value);

  let chosen = -1;
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const options = () => [...list.children] as HTMLElement[];
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(-1);
  };
  const choose = (at: number) => {
    chosen = at;
    for (const [index, option] of options().entries())
      option.setAttribute("aria-selected", String(index === at));
    const option = options()[at];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (found: readonly Suggestion[]) => {
    list.replaceChildren(...found.map((each, index) => optionOf(each, `${list.id}-${index}`)));
    open(found.length > 0);
    choose(-1);
  };
  const ask = async () => {
    asked += 1;
    const own = asked;
    const found = await suggestionsFor(input);
    // An answer that was overtaken by a later question is thrown away.
    if (own === asked && document.activeElement === input) show(found);
  };

  input.addEventListener("input", (event) => {
    // Half-written pinyin of an input method is not what the person means.
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MILLISECONDS);
  });
  input.addEventListener("compositionend", () => void ask());
  input.addEventListener("blur", () => open(false));
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const count = options().length;
    if (event.key === "ArrowDown") choose((chosen + 1) % count);
    else if (event.key === "ArrowUp") choose((chosen + count) % (count + 1) === count ? -1 : chosen - 1);
    else if (event.key === "Escape") open(false);
    else if (event.key === "Enter" && chosen >= 0) follow(options()[chosen]);
    else return;
    event.preventDefault();
  });
  // Before the field loses its focus and the list closes.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element) follow(event.target.closest("li"));
  });
}

function optionOf({ id, name }: Suggestion, elementId: string): HTMLElement {
  const option = document.createElement("li");
  option.id = elementId;
  option.setAttribute("role", "option");
  option.lang = "zh-Hans";
  option.textContent = name;
  option.dataset.guide = id;
  return option;
}

function follow(option: Element | null | undefined): void {
  if (option instanceof HTMLElement && option.dataset.guide)
    location.assign(`/guides/${encodeURIComponent(option.dataset.guide)}`);
}

async function suggestionsFor(input: HTMLInputElement): Promise<readonly Suggestion[]> {
  const text = input.value.trim();
  if (text === "") return [];
  try {
    const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`);
    const body = response.ok ? ((await response.json()) as { items: Suggestion[] }) : { items: [] };
    return body.items;
  } catch {
    return [];
  }
}
