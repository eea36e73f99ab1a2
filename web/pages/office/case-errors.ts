import type { ShownErrors } from "../../components/index.ts";
import type { Language } from "../../view.ts";
import type { ReviewShown } from "./approval-marks.tsx";
import { reviewedIn } from "./approval-marks.tsx";
import type { ActionState } from "./case-form.tsx";
import { errorsOf, fieldId } from "./case-form.tsx";
import { markLabels } from "./review-marks.tsx";

interface Returned {
  state?: ActionState | undefined;
  review: ReviewShown;
}

/** What is wrong with the form that came back, for the head of the page; each line leads to its field. */
export function caseErrors({ state, review }: Returned, lang: Language): ShownErrors["summary"] {
  const action = state?.action ?? "";
  const shown = errorsOf(state, action, lang, markLabels(reviewedIn(review, lang)));
  return shown.summary.map(({ text, href }) => ({ text, href: `#${fieldId(action, href.slice(1))}` }));
}
