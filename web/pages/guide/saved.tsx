import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

/**
 * Seen only on a page that the worker took from the phone: it takes away `hidden` and puts the day in. The words come
 * from here, so that the worker knows no language. That it stands on a page is also what asks for the worker.
 */
export function SavedNote({ view }: { view: View }) {
  const words = guideCopy(view.lang).offline;
  return (
    <p class="saved-note" role="status" hidden data-saved="" data-worker={paths.worker()}>
      {words.saved(SAVED_DAY)}
    </p>
  );
}

/** What the worker replaces by the day on which it kept the page. */
export const SAVED_DAY = "{day}";
