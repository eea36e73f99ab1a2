import type { GuideRows } from "../../../../functions/guide/guide.section.ts";
import { Button } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import type { FieldGround } from "./field-ground.tsx";
import { FindingLine, valueAt } from "./field-ground.tsx";
import { GuideFieldBox } from "./fields.tsx";

/**
 * A list of a guide: each row folded behind its name, and a blank one at the end, so that adding needs no script. A row
 * that has an error or a finding is open.
 */
export function Rows({ part, ground }: { part: GuideRows; ground: FieldGround }) {
  const { fields } = guideDeskCopy(ground.lang);
  const { list } = part;
  const places = placesIn(list, ground);
  const found = ground.findings.filter(({ field }) => field === list);
  const blank = (places.at(-1) ?? -1) + 1;
  return (
    <fieldset class="govuk-fieldset rows" id={list}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{fields.labels[list]}</legend>
      {found.map((finding) => (
        <FindingLine finding={finding} lang={ground.lang} />
      ))}
      {places.map((place, index) => (
        <Row part={part} ground={ground} place={place} index={index} />
      ))}
      <details class="govuk-details rows__row" open={places.length === 0 && found.length > 0}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{fields.blankRow}</span>
        </summary>
        <div class="rows__fields">
          <Boxes part={part} ground={ground} place={blank} />
          <Button kind="secondary" name="intent" value={`add ${list}`}>
            {fields.addRow}
          </Button>
        </div>
      </details>
    </fieldset>
  );
}

interface RowProps {
  part: GuideRows;
  ground: FieldGround;
  place: number;
}

function Row({ part, ground, place, index }: RowProps & { index: number }) {
  const { fields } = guideDeskCopy(ground.lang);
  const { list } = part;
  const number = fields.row[list](index + 1);
  const first = part.fields[0]?.name ?? "";
  const name = valueAt(ground.values, `${list}.${place}.${first}`);
  return (
    <details class="govuk-details rows__row" open={hasNews(part, place, ground)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{name === "" ? number : fields.pair(number, name)}</span>
      </summary>
      <div class="rows__fields">
        <Boxes part={part} ground={ground} place={place} />
        <div class="rows__buttons">
          {index > 0 ? (
            <Button kind="secondary" name="intent" value={`raise ${list} ${place}`}>
              {fields.raiseRow(number)}
            </Button>
          ) : null}
          <Button kind="secondary" name="intent" value={`remove ${list} ${place}`}>
            {fields.removeRow(number)}
          </Button>
        </div>
      </div>
    </details>
  );
}

function Boxes({ part, ground, place }: RowProps) {
  return (
    <>
      {part.fields.map((field) => (
        <GuideFieldBox field={field} name={`${part.list}.${place}.${field.name}`} ground={ground} />
      ))}
    </>
  );
}

function hasNews(part: GuideRows, place: number, ground: FieldGround): boolean {
  const prefix = `${part.list}.${place}`;
  const found = ground.findings.some(({ field }) => field === prefix || field.startsWith(`${prefix}.`));
  return found || part.fields.some(({ name }) => hasError(`${prefix}.${name}`, ground));
}

const hasError = (name: string, { errorAt }: FieldGround): boolean =>
  errorAt(name) !== undefined || errorAt(`${name}.day`) !== undefined;

/** The rows that the form holds, in their order. */
function placesIn(list: string, { values }: FieldGround): readonly number[] {
  const places = Object.keys(values)
    .filter((name) => name.startsWith(`${list}.`))
    .map((name) => Number(name.split(".")[1]));
  return [...new Set(places)].sort((one, other) => one - other);
}
