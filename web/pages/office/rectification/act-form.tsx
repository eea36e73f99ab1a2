import type { Content, FieldErrors } from "../../../components/index.ts";
import { Button } from "../../../components/index.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { showOfficeErrors } from "./shared.tsx";

export interface RectificationActsProps {
  lang: Language;
  reference: string;
  state: string;
  actions: readonly string[];
  /** Goes with every form: the version that the person sees, and the id of this sending. */
  stamp: { version: number; command: string };
  handlers: readonly { id: string; name: string }[];
  units: readonly { code: string; name: string }[];
  outcomes: readonly string[];
  /** A form that came back: which, what was typed, what is wrong with it. */
  sent?: { act: string; values: Readonly<Record<string, string>>; errors: FieldErrors } | undefined;
}

/** The frame of one act: where it goes, what goes with it, its button. */
export function Form({
  reference,
  stamp,
  act,
  button,
  children,
}: RectificationActsProps & { act: string; button: string; children?: Content }) {
  return (
    <form method="post" action={paths.officeRectificationAct(reference, act)} class="act__form" novalidate>
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {children}
      <Button kind={act === "transfer" || act === "return" ? "secondary" : undefined} preventDoubleClick>
        {button}
      </Button>
    </form>
  );
}

/** What was typed into this form, and its errors; several forms of a page have a field of the same name. */
export function back({ sent, lang }: RectificationActsProps, act: string) {
  const mine = sent?.act === act ? sent : undefined;
  return {
    value: (field: string) => mine?.values[field],
    error: showOfficeErrors(mine?.errors ?? [], lang).at,
    id: (field: string) => `${act}-${field}`,
  };
}
