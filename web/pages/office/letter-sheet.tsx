import type { ReadBlock, ReadParagraph, ReadTable } from "../../../functions/letter/letter.reading.ts";
import { join } from "../../components/attributes.ts";

/** A letter as a page: the same text as the Word file, for screens, screen readers and paper. */
export function LetterSheet({ blocks, level = 2 }: { blocks: readonly ReadBlock[]; level?: 2 | 3 }) {
  return (
    <article class="letter" lang="zh-Hans">
      {blocks.map((block) =>
        block.kind === "paragraph" ? <Paragraph {...block} level={level} /> : <Form {...block} />,
      )}
    </article>
  );
}

function Paragraph({ align, heading, indent, lines, level }: ReadParagraph & { level: 2 | 3 }) {
  const isEmpty = lines.every((line) => line.length === 0);
  if (isEmpty) return null;
  const text = lines.map((line, index) => (
    <>
      {index > 0 ? <br /> : null}
      {line.map((run) => (run.bold ? <strong>{run.text}</strong> : run.text))}
    </>
  ));
  const Heading = `h${level}` as const;
  if (heading) return <Heading class="letter__title">{text}</Heading>;
  return (
    <p
      class={join(
        "letter__line",
        align !== "start" && `letter__line--${align}`,
        indent && "letter__line--indent",
      )}
    >
      {text}
    </p>
  );
}

/** A form of labels and values: the first cell of a row names what stands in the second. */
function Form({ rows }: ReadTable) {
  return (
    <table class="sheet letter__form">
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map(({ columns, paragraphs }, index) => {
              const content = paragraphs.map(({ lines }) => (
                <span class="letter__cell">
                  {lines.map((line) => line.map(({ text }) => text).join("")).join("\n")}
                </span>
              ));
              const span = columns > 1 ? columns : undefined;
              return index === 0 && row.length > 1 ? (
                <th scope="row" colspan={span}>
                  {content}
                </th>
              ) : (
                <td colspan={span}>{content}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
