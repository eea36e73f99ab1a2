/** Parts of a page that stand still while the world moves on (a queue, a screen) are fetched anew from time to time. */

const LEAST_SECONDS = 3;

/** Each `[data-live="seconds"]` with an id is replaced by the same part of the page as it is now. */
export function keepLive(): void {
  const seconds = [...document.querySelectorAll<HTMLElement>("[data-live]")].map((part) =>
    Number(part.dataset.live),
  );
  if (seconds.length === 0) return;
  const every = Math.max(LEAST_SECONDS, Math.min(...seconds));
  const turn = async () => {
    // A part that somebody is in, or a window that nobody sees, waits for the next turn.
    if (document.visibilityState === "visible") await renew().catch(() => undefined);
    setTimeout(turn, every * 1000);
  };
  setTimeout(turn, every * 1000);
}

async function renew(): Promise<void> {
  const answer = await fetch(location.href, { cache: "no-store", headers: { accept: "text/html" } });
  // Who was signed out meanwhile goes on seeing what was there.
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh === null || part.contains(document.activeElement) || part.isEqualNode(fresh)) continue;
    // The part itself stays, because a screen reader listens to it.
    part.replaceChildren(...fresh.childNodes);
  }
}
