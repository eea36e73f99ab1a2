import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface Cell {
  content: Content;
  /** Figures stand to the right, in tabular figures. */
  numeric?: boolean | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  class?: string | undefined;
  /** The column's name, shown before the value where the table turns into cards on a phone. */
  label?: string | undefined;
}

export interface TableProps {
  caption?: Content;
  captionSize?: "s" | "m" | "l" | undefined;
  head?: readonly Cell[] | undefined;
  rows: readonly (readonly Cell[])[];
  firstCellIsHeader?: boolean | undefined;
  /** On a phone every row becomes a card; give the cells labels. */
  cards?: boolean | undefined;
  class?: string | undefined;
}

export function Table({
  caption,
  captionSize,
  head,
  rows,
  firstCellIsHeader,
  cards,
  class: extra,
}: TableProps) {
  return (
    <table class={join("govuk-table", cards && "table-cards", extra)}>
      {caption ? (
        <caption class={join("govuk-table__caption", captionSize && `govuk-table__caption--${captionSize}`)}>
          {caption}
        </caption>
      ) : null}
      {head ? (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <th scope="col" class={classOf("header", cell)} colspan={cell.colspan} rowspan={cell.rowspan}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (
              <BodyCell cell={cell} header={Boolean(firstCellIsHeader) && index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BodyCell({ cell, header }: { cell: Cell; header: boolean }) {
  if (header) {
    return (
      <th
        scope="row"
        class={join("govuk-table__header", cell.class)}
        colspan={cell.colspan}
        rowspan={cell.rowspan}
        data-label={cell.label}
      >
        {cell.content}
      </th>
    );
  }
  return (
    <td class={classOf("cell", cell)} colspan={cell.colspan} rowspan={cell.rowspan} data-label={cell.label}>
      {cell.content}
    </td>
  );
}

function classOf(kind: "header" | "cell", cell: Cell): string | undefined {
  return join(`govuk-table__${kind}`, cell.numeric && `govuk-table__${kind}--numeric`, cell.class);
}
