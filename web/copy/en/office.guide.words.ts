import type { wording as zh } from "../zh/office.guide.words.ts";

export const wording: typeof zh = {
  title: "Search words",
  lead: "All units share them. Within a minute of saving, searches of citizens go by the new words.",
  synonyms: "Synonyms",
  synonymsHint:
    "One list a line, with spaces between. Whoever says one of them is understood as saying all. Such as: card social-card health-card",
  stopPhrases: "Phrases that are not searched for",
  stopPhrasesHint: "One a line, such as: how do I, what do I need.",
  pinned: "Answers that stand first",
  pinnedHint: "One a line: what people type = code of the guide. Several with spaces between, ten at most.",
  save: "Save",
  saved: "Saved; it takes effect within a minute.",
  version: (n: number) => `Version ${n}`,
  changed: (name: string, time: string) => `Changed by ${name}, ${time}`,
  never: "Never changed yet.",
  stale:
    "A colleague has just saved, and your change was not. What you wrote is below; compare it with the newest words and save again.",
  latest: "What the colleague saved",
  none: {
    title: "Not found",
    text: "What people typed without finding a guide, when it came twice or more.",
    empty: "Nothing this month.",
  },
  passedOver: {
    title: "Found, but not opened",
    text: "From a sample of one in ten: phrases where more than half opened nothing.",
    empty: "Nothing in this month's sample.",
  },
  phrase: "What people typed",
  times: "Times",
  sample: (passed: number, shown: number) => `${passed} / ${shown}`,
  month: "Month",
  show: "Show",
  rebuild: {
    title: "Make the search index anew",
    text: "Not needed on ordinary days. If a published guide is not found, the index can be made anew from all that is published.",
    button: "Make it anew",
    done: "The index is being made anew; it takes a few minutes.",
  },
  privacy: "Nothing says who searched. What looks like a phone or identity number is not kept.",
  line: (n: number, text: string) => `Line ${n}: ${text}`,
  errors: {
    "words.alone": "Each list needs two words at least, with a space between",
    "words.too_many_names": "There are too many words in one line; make several of it",
    "words.too_long": "A word is too long; keep it within 40 characters",
    "words.too_many": "There are too many lines; remove what is no longer needed",
    "words.pinned_shape": "Write it as: what people type = code of the guide",
    "words.unknown_code": "A code has no published guide; please check it",
  },
};
