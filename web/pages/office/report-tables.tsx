import type { TableFour, TableTwo } from "../../../functions/report/report.form.ts";
import type { ReportRow } from "../../../functions/report/report.row.ts";
import type { TableThree } from "../../../functions/report/report.table.ts";
import type { TwoBlock, Words } from "../../../functions/report/report.words.ts";
import type { Content } from "../../components/index.ts";
import { reportCopy } from "../../copy/office-report.ts";
import type { Language } from "../../view.ts";

/** The prescribed form, as data: its rows, columns and words. */
export interface ReportForm {
  rows: readonly ReportRow[];
  columns: readonly string[];
  columnLabels: Readonly<Record<string, Words>>;
  three: { identity: Words; applicants: Words; organisations: Words; handled: Words };
  chapters: readonly Words[];
  twoBlocks: readonly TwoBlock[];
  disputes: readonly string[];
  disputeWords: Readonly<Record<string, Words>>;
  suits: Words;
  results: readonly string[];
  resultWords: Readonly<Record<string, Words>>;
}

/** A wide table that a phone can swipe and a keyboard can reach. */
export function Wide({ label, children }: { label: string; children?: Content }) {
  return (
    // What scrolls must be reachable without a mouse (WCAG 2.1.1).
    <section class="wide" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}

export interface TablesProps {
  lang: Language;
  form: ReportForm;
}

/** 二: four blocks of their own columns, one below the other. */
export function TwoTable({ lang, form, two }: TablesProps & { two: TableTwo }) {
  return (
    <Wide label={reportCopy(lang).table.two}>
      {form.twoBlocks.map((block) => (
        <table class="sheet">
          <caption class="sheet__block">{block.title[lang]}</caption>
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th scope="col">{column[lang]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr>
                <th scope="row">{row.label[lang]}</th>
                {row.fields.map((field) => (
                  <td class="number">{two[field]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Wide>
  );
}

/** 四: one row of numbers under three levels of heads. */
export function FourTable({ lang, form, four }: TablesProps & { four: TableFour }) {
  const [review = "", ...suits] = form.disputes;
  const results = [...form.results, "total"];
  const heads = results.map((result) => <th scope="col">{form.resultWords[result]?.[lang]}</th>);
  const numbers = form.disputes.flatMap((dispute) => {
    const each = form.results.map((result) => four[`${dispute}.${result}` as keyof TableFour]);
    return [...each, each.reduce((sum, value) => sum + value, 0)];
  });
  return (
    <Wide label={reportCopy(lang).table.four}>
      <table class="sheet sheet--four">
        <thead>
          <tr>
            <th scope="colgroup" colspan={5} rowspan={2}>
              {form.disputeWords[review]?.[lang]}
            </th>
            <th scope="colgroup" colspan={10}>
              {form.suits[lang]}
            </th>
          </tr>
          <tr>
            {suits.map((suit) => (
              <th scope="colgroup" colspan={5}>
                {form.disputeWords[suit]?.[lang]}
              </th>
            ))}
          </tr>
          <tr>{form.disputes.map(() => heads)}</tr>
        </thead>
        <tbody>
          <tr>
            {numbers.map((value) => (
              <td class="number">{value}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </Wide>
  );
}

export interface ThreeTableProps extends TablesProps {
  three: TableThree;
  /** Where a number leads; without it, numbers are only numbers. */
  hrefOf?: ((row: number, column: string) => string) | undefined;
}

/** 三: 25 rows by 7 columns, in the layout of the form. */
export function ThreeTable(props: ThreeTableProps) {
  const { lang, form } = props;
  const { identity, applicants, organisations } = form.three;
  const [person = "", ...rest] = form.columns;
  const total = rest.pop() ?? "";
  const label = (column: string) => form.columnLabels[column]?.[lang];
  return (
    <Wide label={reportCopy(lang).table.three}>
      <table class="sheet sheet--three">
        <thead>
          <tr>
            <td colspan={3} rowspan={3} class="sheet__note">
              {identity[lang]}
            </td>
            <th scope="colgroup" colspan={7}>
              {applicants[lang]}
            </th>
          </tr>
          <tr>
            <th scope="col" rowspan={2}>
              {label(person)}
            </th>
            <th scope="colgroup" colspan={rest.length}>
              {organisations[lang]}
            </th>
            <th scope="col" rowspan={2}>
              {label(total)}
            </th>
          </tr>
          <tr>
            {rest.map((column) => (
              <th scope="col">{label(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.rows.map((row) => (
            <tr>
              <RowHeads row={row} {...props} />
              {form.columns.map((column) => (
                <NumberCell row={row.number} column={column} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** What stands before the numbers: 三 spans its 22 rows, a block of several rows spans those. */
function RowHeads({ row, lang, form }: ThreeTableProps & { row: ReportRow }) {
  const ofBlock = form.rows.filter(({ block }) => block !== undefined && block.effect === row.block?.effect);
  const results = form.rows.filter(({ block, code }) => block !== undefined || code === "concluded");
  const isAlone = ofBlock.length < 2;
  const isResult = results.includes(row);
  return (
    <>
      {results[0] === row ? (
        <th scope="rowgroup" rowspan={results.length} class="sheet__group">
          {form.three.handled[lang]}
        </th>
      ) : null}
      {!isAlone && ofBlock[0] === row ? (
        <th scope="rowgroup" rowspan={ofBlock.length} class="sheet__group">
          {row.block?.label[lang]}
        </th>
      ) : null}
      <th scope="row" colspan={isAlone ? (isResult ? 2 : 3) : undefined}>
        {row.label[lang]}
      </th>
    </>
  );
}

function NumberCell({ row, column, three, hrefOf }: ThreeTableProps & { row: number; column: string }) {
  const value = three[row - 1]?.[column as keyof TableThree[number]] ?? 0;
  return (
    <td class="number">
      {value === 0 || hrefOf === undefined ? value : <a href={hrefOf(row, column)}>{value}</a>}
    </td>
  );
}
