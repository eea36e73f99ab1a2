/**
 * What a guide does better where scripts run: the self-check answers at once and sends nothing, the checklist is
 * remembered by this phone alone, and can be sent to somebody. Words come from the page.
 */
type Verdict = "fits" | "may_fit" | "does_not_fit" | "unasked";

/** The same rule as `verdictOf` of the guide's model, which answers where no script runs; a test compares the two. */
export function verdictOf(mode: string, answers: readonly (string | undefined)[]): Verdict {
  if (!answers.some(Boolean)) return "unasked";
  const all = (wanted: string) => answers.every((answer) => answer === wanted);
  if (mode === "any") return answers.includes("yes") ? "fits" : all("no") ? "does_not_fit" : "may_fit";
  return answers.includes("no") ? "does_not_fit" : all("yes") ? "fits" : "may_fit";
}

export function watchCheck(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-check]")) {
    const answers = () =>
      [...form.querySelectorAll("fieldset")].map(
        (each) => each.querySelector<HTMLInputElement>("input:checked")?.value,
      );
    const show = () => {
      const verdict = verdictOf(form.dataset.check ?? "", answers());
      for (const each of form.querySelectorAll<HTMLElement>("[data-verdict]"))
        each.hidden = each.dataset.verdict !== verdict;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
    // Once every line has an answer the result is there without a press, and follows each change.
    form.addEventListener("change", () => {
      if (answers().every(Boolean)) show();
    });
  }
}

/** Private windows and full phones refuse to remember; the list still works for as long as the page is open. */
function remembered(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function remember(key: string, names: readonly string[]): void {
  try {
    if (names.length > 0) localStorage.setItem(key, JSON.stringify(names));
    else localStorage.removeItem(key);
  } catch {
    // Nothing is lost but the memory.
  }
}

export function watchChecklists(): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-checklist]")) {
    const key = `checklist ${list.dataset.checklist}`;
    const boxes = [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    const ready = list.querySelector<HTMLElement>("[data-ready]");
    const count = () => {
      const done = boxes.filter((box) => box.checked).length;
      if (ready) ready.textContent = done > 0 ? `${ready.dataset.ready} ${done}/${boxes.length}` : "";
    };
    const kept = remembered(key);
    for (const box of boxes) box.checked = kept.includes(box.value);
    count();
    list.addEventListener("change", () => {
      count();
      remember(
        key,
        boxes.filter((box) => box.checked).map((box) => box.value),
      );
    });
  }
}

/** The list as a text, one line for each thing, ticked or not. */
function textOf(list: Element): string {
  return [...list.querySelectorAll("li")]
    .map((item) => {
      const text = (selector: string) => item.querySelector(selector)?.textContent?.trim() ?? "";
      const isReady = item.querySelector<HTMLInputElement>("input")?.checked ?? false;
      const facts = text("[data-facts]");
      return `${isReady ? "☑" : "☐"} ${text("[data-name]")}${facts === "" ? "" : ` (${facts})`}`;
    })
    .join("\n");
}

/** By the phone's own way to share; where there is none, or it fails, as a text to paste. */
export async function share(
  button: HTMLElement,
  copy: (button: HTMLElement) => Promise<void>,
): Promise<void> {
  const { share: url = "", shareTitle: title = "" } = button.dataset;
  const list = button.closest("[data-checklist]");
  const text = `${title}\n${list ? textOf(list) : ""}`;
  if (navigator.share) {
    try {
      return await navigator.share({ title, text, url });
    } catch (error) {
      // Whoever closes the sheet has decided; anything else falls back to copying.
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
  }
  button.dataset.copy = `${text}\n${url}`;
  await copy(button);
}

/** Paper shows everything: what is folded is opened for it and folded again. */
export function unfoldForPaper(): void {
  const folded = new Set<HTMLDetailsElement>();
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")) {
      folded.add(each);
      each.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
    folded.clear();
  });
}
