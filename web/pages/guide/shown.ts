import type { ConditionAnswer, Conditions, Verdict } from "../../../functions/guide/guide.condition.ts";
import type { Guide } from "../../../functions/guide/guide.ts";
import type { Contact } from "../../components/contact-card.tsx";
import type { View } from "../../view.ts";

/** A guide as citizens read it, with what is true of it today. */
export interface ShownGuide {
  readonly id: string;
  readonly state: "published" | "paused";
  /** Why it is paused. */
  readonly reason?: string;
  readonly version: number;
  readonly publishedAt: string;
  /** The day on which somebody last made sure that it is true. */
  readonly checkedOn?: string;
  readonly guide: Guide;
}

export interface GuideProps {
  view: View;
  shown: ShownGuide;
  conditions: Conditions;
  /** The reader's own answers and what they come to; nothing of it is kept. */
  check?: { answers: readonly (ConditionAnswer | undefined)[]; verdict: Verdict } | undefined;
  /** Nobody has looked at it for half a year. */
  stale: boolean;
  /** Everything that is folded stands open, for paper. */
  unfolded?: boolean | undefined;
  /** The hall, for whatever the guide itself does not say. */
  contact: Contact;
  links: GuideLinks;
}

/** Where the guide leads to, made from the deployment's settings and the guide's own fields. */
export interface GuideLinks {
  /** This page's whole address, to be shared and scanned. */
  self: string;
  /** That address as a QR code. */
  qr: readonly (readonly boolean[])[];
  online?: Door | undefined;
  mobile?: Door | undefined;
  book?: Door | undefined;
  /** A map's search with `{address}` in it; without it there are no map links. */
  mapSearch?: string | undefined;
}

export interface Door {
  href: string;
  /** On a site of somebody else. */
  outside: boolean;
}
