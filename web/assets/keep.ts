/**
 * Hands the pages of guides to the worker, which keeps them for when there is no network. It is asked for on those
 * pages alone, and reaches no others: nothing personal ever passes it.
 */
export function keepGuides(): void {
  const worker = document.querySelector<HTMLElement>("[data-worker]")?.dataset.worker;
  if (!worker || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    // After the page has all that it needs, and never at its cost.
    const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
    later(() => void register(worker));
  });
}

async function register(worker: string): Promise<void> {
  try {
    // The file says itself for how long it may be kept, so that not every page asks for it again.
    await navigator.serviceWorker.register(worker, { scope: "/guides", updateViaCache: "all" });
    const { active } = await navigator.serviceWorker.ready;
    // The page that was open before there was a worker is kept too.
    active?.postMessage({ keep: location.pathname });
  } catch {
    // A browser that refuses (a private window, no space) shows the pages all the same.
  }
}
