import type { Hall, Place } from "../../../../functions/booking/booking.hall.ts";
import type { Content } from "../../../components/attributes.ts";
import { Checkboxes } from "../../../components/checkboxes.tsx";
import { Details } from "../../../components/details.tsx";
import type { ShownErrors } from "../../../components/field-errors.ts";
import { Input } from "../../../components/input.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { Version } from "./forms.tsx";
import type { HallFrame, Typed } from "./frame.tsx";
import { severalOf, typedOr } from "./frame.tsx";

/** What every part of a place gets. */
export interface PartProps extends HallFrame {
  hall: Hall;
  place: Place;
  /** Version of the draft; 0 for none. */
  version: number;
  typed?: Typed;
  /** The counter that is open, in the part `counters`. */
  counter?: string | undefined;
}

/** Lines of a list, each with a button that removes it. */
export function Rows({
  props,
  part,
  remove,
  empty,
  lines,
}: {
  props: PartProps;
  part: string;
  remove: string;
  empty: string;
  lines: readonly { text: string; more?: Content }[];
}) {
  const { hall, place, version, mayWrite, view } = props;
  const words = hallCopy(view.lang).hours;
  if (lines.length === 0) return <p class="govuk-body muted">{empty}</p>;
  return (
    <ul class="govuk-list">
      {lines.map(({ text, more }, n) => (
        <li>
          {text}
          {more ? <span class="stage__state">{more}</span> : null}
          {mayWrite ? (
            <form method="post" action={hallPaths.placePart(hall.id, place.id, part)}>
              <Version version={version} />
              <input type="hidden" name="action" value={remove} />
              <input type="hidden" name="n" value={String(n)} />
              <button class="link-button" type="submit">
                {words.remove}
                <span class="govuk-visually-hidden"> {text}</span>
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** A form of a part; `action` is what its button does. */
export function PartForm({
  props,
  part,
  action,
  children,
}: {
  props: PartProps;
  part: string;
  action: string;
  children?: Content;
}) {
  const { hall, place, version } = props;
  return (
    <form method="post" action={hallPaths.placePart(hall.id, place.id, part)} novalidate>
      <Version version={version} />
      <input type="hidden" name="action" value={action} />
      {children}
    </form>
  );
}

/** A form that is needed now and then: folded away until it is opened, or comes back with errors. */
export function FoldedForm({ title, ...rest }: Parameters<typeof PartForm>[0] & { title: string }) {
  return (
    <Details summary={title} open={rest.props.typed?.action === rest.action}>
      <PartForm {...rest} />
    </Details>
  );
}

export interface Boxes {
  lang: Language;
  typed: Typed;
  shown: ShownErrors;
}

/** A short box for a time, a day or a number. */
export function ShortBox({
  name,
  label,
  hint,
  kept,
  width = 10,
  typed,
  shown,
}: Omit<Boxes, "lang"> & {
  name: string;
  label: string;
  hint?: string | undefined;
  kept?: string | number | undefined;
  width?: 3 | 5 | 10 | undefined;
}) {
  return (
    <Input
      name={name}
      label={label}
      hint={hint}
      width={width}
      inputmode={typeof kept === "number" ? "numeric" : undefined}
      value={typedOr(typed, name, kept)}
      autocomplete="off"
      error={shown.at(name)}
    />
  );
}

/** Which counters something concerns; `id` where a page has several of them. */
export function CounterBoxes({ place, lang, typed, shown, id }: Boxes & { place: Place; id?: string }) {
  const { hours, counters } = hallCopy(lang);
  return (
    <Checkboxes
      name="counters"
      id={id}
      legend={{ text: hours.counters }}
      hint={hours.countersHint}
      values={severalOf(typed, "counters", [])}
      error={shown.at("counters")}
      class="govuk-checkboxes--small"
      items={place.counters.map(({ id: value, sign }) => ({ value, label: counters.label(sign) }))}
    />
  );
}
