import { Button, Input, showErrors } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { paths } from "../../../paths.ts";
import type { VisitSheetPageProps } from "./sheet.tsx";

export function shownErrors({ view, errors = [], refused }: VisitSheetPageProps) {
  const words = visitCopy(view.lang);
  return showErrors(errors, {
    copy: copy(view.lang),
    labels: { text: words.desk.sheet.checkInField, reason: words.desk.outOfTime.reason },
    sentences: { ...words.errors, ...(refused === undefined ? {} : { refused }) },
  });
}

/** Checking in at the desk: whatever somebody can say of themselves. */
export function Find(props: VisitSheetPageProps) {
  const { view, sheet, typed } = props;
  const words = visitCopy(view.lang).desk.sheet;
  return (
    <form
      class="card visit-find no-print"
      method="post"
      action={paths.officeCheckIn({ hall: sheet.hall.id, place: sheet.place.id })}
      novalidate
    >
      <Input
        name="text"
        label={words.checkInField}
        hint={words.checkInHint}
        value={typed}
        autocomplete="off"
        spellcheck={false}
        error={shownErrors(props).at("text")}
      />
      <Button kind="secondary" preventDoubleClick>
        {words.checkInButton}
      </Button>
    </form>
  );
}

/** Somebody stands at the desk out of time: the hall decides, and says why. */
export function Beyond(props: VisitSheetPageProps) {
  const { view, sheet, beyond } = props;
  if (beyond === undefined) return null;
  const words = visitCopy(view.lang).desk.outOfTime;
  return (
    <form
      class="card no-print"
      method="post"
      action={paths.officeCheckIn({ hall: sheet.hall.id, place: sheet.place.id })}
      novalidate
    >
      <input type="hidden" name="text" value={beyond.text} />
      <input type="hidden" name="beyond" value="yes" />
      <Input
        name="reason"
        label={words.reason}
        hint={words.hint}
        value={beyond.reason}
        maxlength={100}
        autocomplete="off"
        error={shownErrors(props).at("reason")}
      />
      <Button kind="secondary" preventDoubleClick>
        {words.button}
      </Button>
    </form>
  );
}
