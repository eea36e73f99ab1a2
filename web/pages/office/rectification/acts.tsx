import { EmptyState } from "../../../components/index.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { wordFor } from "../queue-table.tsx";
import type { RectificationActsProps } from "./act-form.tsx";
import { Approve, Archive, Return, Transfer } from "./acts-after.tsx";
import { Assign, Propose } from "./acts-first.tsx";

const forms: Readonly<Record<string, (props: RectificationActsProps) => ReturnType<typeof Assign>>> = {
  assign: Assign,
  propose: Propose,
  approve: Approve,
  return: Return,
  archive: Archive,
  transfer: Transfer,
};

/** Only what this person may do now, the most likely first. */
export function RectificationActs(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).nothing;
  const shown = Object.entries(forms).filter(([act]) => props.actions.includes(act));
  return (
    <section class="act">
      {shown.map(([, Form]) => (
        <Form {...props} />
      ))}
      {shown.length === 0 ? (
        <EmptyState icon="check" title={words.title ?? ""} headingLevel={3}>
          {wordFor(words, props.state)}
        </EmptyState>
      ) : null}
    </section>
  );
}
