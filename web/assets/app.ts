/**
 * What the pages do better where scripts run; everything works without. Text only ever arrives by textContent, and
 * words come from data attributes, so that this file knows no language.
 */
import { share, unfoldForPaper, watchCheck, watchChecklists } from "./guide.ts";
import { keepGuides } from "./keep.ts";
import { keepLive } from "./live.ts";
import { watchSuggestions } from "./suggest.ts";
import { watchUploads } from "./upload.ts";

const root = document.documentElement;
// The stylesheet shows what needs a script (copy, print) and folds conditional fields only under these classes.
root.classList.add("js", "govuk-frontend-supported");

/** How long a form stays shut after it was sent; a lost connection must not shut it for ever. */
const shutFor = 10_000;

function guardForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === "get" || "again" in form.dataset) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented) return;
    form.dataset.sent = "yes";
    // Not `disabled`: a disabled button would no longer send its own name and value.
    const button = event.submitter;
    button?.setAttribute("aria-disabled", "true");
    setTimeout(() => reopen(form), shutFor);
  });
  // Coming back with the back button finds the page as it was left: the form must be open again.
  addEventListener("pageshow", () => {
    for (const form of document.forms) reopen(form);
  });
}

function reopen(form: HTMLFormElement): void {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-disabled]:not([disabled])")) {
    button.removeAttribute("aria-disabled");
  }
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>("[data-copy]:not([data-share])");
  if (button) void copyText(button);
  if (event.target.closest("[data-print]")) print();
  const sharing = event.target.closest<HTMLElement>("[data-share]");
  if (sharing) void share(sharing, copyText);
  const link = event.target.closest<HTMLAnchorElement>(".govuk-error-summary a");
  if (link && focusField(link.hash)) event.preventDefault();
}

async function copyText(button: HTMLElement): Promise<void> {
  const { copy = "", copied = "", copyFailed = "" } = button.dataset;
  const words = button.querySelector("[data-copy-text]") ?? button;
  const before = words.textContent ?? "";
  const done = await navigator.clipboard.writeText(copy).then(
    () => true,
    () => copyByHand(copy),
  );
  words.textContent = done ? copied : copyFailed;
  setTimeout(() => {
    words.textContent = before;
  }, 3000);
}

/** WeChat's browser has no clipboard API on a page that it opened itself; the old command still works there. */
function copyByHand(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  field.className = "govuk-visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

/** Goes to the field with its question in sight, as govuk-frontend does, rather than to the bare input. */
function focusField(hash: string): boolean {
  const found = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  const field = found?.matches("input,select,textarea,button,a")
    ? found
    : (found?.querySelector<HTMLElement>("input,select,textarea") ?? null);
  if (!field) return false;
  const question =
    field.closest("fieldset")?.querySelector("legend") ??
    document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
  return true;
}

/** What must be heard first takes the focus: what is wrong, or that it is done. */
function focusFirst(): void {
  const first = document.querySelector<HTMLElement>(
    '.govuk-error-summary,.govuk-notification-banner[role="alert"]',
  );
  if (!first) return;
  first.tabIndex = -1;
  first.addEventListener("blur", () => first.removeAttribute("tabindex"), { once: true });
  first.focus();
}

/** Fields that belong to one choice are there when it is chosen; their ids come from `data-aria-controls`. */
function watchChoices(): void {
  const show = () => {
    for (const input of document.querySelectorAll<HTMLInputElement>("input[data-aria-controls]")) {
      const id = input.dataset.ariaControls ?? "";
      const kind = input.type === "radio" ? "radios" : "checkboxes";
      document.getElementById(id)?.classList.toggle(`govuk-${kind}__conditional--hidden`, !input.checked);
      input.setAttribute("aria-expanded", String(input.checked));
    }
  };
  document.addEventListener("change", show);
  // A browser that restores a form sets its choices after this script has run.
  addEventListener("pageshow", show);
  show();
}

/** Long work goes on by itself, in steps that the server bounds; its words say how far it is. */
function goOn(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-go-on]");
  if (form) setTimeout(() => form.requestSubmit(), 400);
}

watchUploads();
watchCheck();
watchChecklists();
watchSuggestions();
unfoldForPaper();
keepGuides();
keepLive();
guardForms();
goOn();
document.addEventListener("click", onClick);
watchChoices();
focusFirst();
