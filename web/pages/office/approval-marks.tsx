import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { FileCheck } from "../../../functions/release/release.ts";
import { Textarea } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";
import type { ActionState } from "./case-form.tsx";
import { errorsOf, fieldId } from "./case-form.tsx";
import { findingWords, ScannerNote } from "./release-check.tsx";
import { markLabels, ReviewMarks } from "./review-marks.tsx";

export interface ReviewShown {
  readonly items: readonly string[];
  readonly files: readonly CaseFile[];
  readonly checks: readonly FileCheck[];
}

const action = "approve";

/** What leaves, each by the name under which it is reviewed. */
export function reviewedIn({ items, files }: ReviewShown, lang: Language) {
  const { review } = officeCopy(lang);
  const nameOf = (item: string) =>
    files.find(({ id }) => id === item)?.name ?? (item === "objection" ? review.objection : review.reply);
  return items.map((item) => ({ item, name: nameOf(item) }));
}

/** The second person's review: a box for each item, and a reason for everything that leaves as it was found. */
export function ApprovalMarks({
  lang,
  state,
  review,
}: {
  lang: Language;
  state: ActionState | undefined;
  review: ReviewShown;
}) {
  const { review: words } = officeCopy(lang);
  const { items, files, checks } = review;
  const named = reviewedIn(review, lang);
  const shown = errorsOf(state, action, lang, markLabels(named));
  const values = state?.action === action ? state.values : {};
  const reasons = (item: string) => {
    const file = files.find(({ id }) => id === item);
    const findings = checks.find((each) => each.file === item)?.findings ?? [];
    if (file === undefined || findings.length === 0) return null;
    const fields = findings.map((finding) => {
      const field = `accept-${item}-${finding.code}`;
      return (
        <Textarea
          name={field}
          id={fieldId(action, field)}
          label={words.accept(findingWords(finding, file, lang))}
          labelSize="s"
          rows={2}
          value={values[field]}
          error={shown.at(field)}
        />
      );
    });
    return (
      <>
        <p class="muted">{words.acceptHint}</p>
        {fields}
      </>
    );
  };
  return (
    <>
      <ReviewMarks
        lang={lang}
        items={named}
        idOf={(field) => fieldId(action, field)}
        marked={items.filter((item) => values[`mark-${item}`] === "yes")}
        errorAt={shown.at}
        below={reasons}
      />
      {files.length === 0 ? null : <ScannerNote lang={lang} scanner={checks[0]?.scanner} reader="reviewer" />}
    </>
  );
}
