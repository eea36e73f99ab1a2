import type { GazetteContent, Validity } from "../../../functions/gazette/gazette.ts";
import { SummaryList, Tag } from "../../components/index.ts";
import { gazetteCopy } from "../../copy/gazette.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { validityColours } from "./validity.ts";

export interface GazetteFactsProps {
  view: View;
  content: GazetteContent;
  /** Today. */
  validity: Validity;
  /** The days of what is public; a text that is being written has none. */
  days?: { on: string; revisedOn?: string | undefined; checkedOn: string } | undefined;
  unitName?: string | undefined;
}

/** What stands at the head of a document: who, which number, when, and whether it still holds. */
export function GazetteFacts({ view, content, validity, days, unitName }: GazetteFactsProps) {
  const words = gazetteCopy(view.lang);
  const { facts } = words;
  const day = (text: string | undefined) => (text === undefined ? undefined : formatDay(text, view.lang));
  const isPolicy = content.kind === "policy";
  const rows = [
    [facts.organ, content.organ],
    [facts.documentNumber, content.documentNumber],
    [facts.indexNumber, content.indexNumber],
    [facts.writtenOn, day(content.writtenOn)],
    [facts.on, day(days?.on)],
    [facts.revisedOn, day(days?.revisedOn)],
    [
      facts.validity,
      isPolicy ? <Tag colour={validityColours[validity]}>{words.validity[validity]}</Tag> : undefined,
    ],
    [facts.validUntil, day(content.validUntil)],
    // News is not looked at again: it says what was true on its day.
    [facts.checkedOn, content.kind === "news" ? undefined : day(days?.checkedOn)],
    [facts.unit, unitName === content.organ ? undefined : unitName],
  ] as const;
  return (
    <SummaryList
      rows={rows.flatMap(([key, value]) => (value === undefined || value === "" ? [] : [{ key, value }]))}
    />
  );
}
