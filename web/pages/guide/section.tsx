import type { Content } from "../../components/attributes.ts";
import { Card } from "../../components/card.tsx";
import { Details } from "../../components/details.tsx";
import { guideCopy } from "../../copy/guide.ts";
import type { guide } from "../../copy/zh/guide.ts";
import type { View } from "../../view.ts";
import { SaidText } from "./said.tsx";

export type SectionName = keyof (typeof guide)["sections"];

/** One question with its answer; the ids are what the contents of the page lead to. */
export function Section({ view, name, children }: { view: View; name: SectionName; children?: Content }) {
  return (
    <Card title={guideCopy(view.lang).guide.sections[name].title} id={name} class="guide__section">
      {children}
    </Card>
  );
}

interface FoldedProps {
  view: View;
  title: string;
  text: string | undefined;
  open?: boolean | undefined;
}

/** A text that few read: folded on a screen, open in the print view. */
export function Folded({ view, title, text, open }: FoldedProps) {
  if (!text) return null;
  return (
    <Details summary={title} open={open}>
      <SaidText view={view} text={text} />
    </Details>
  );
}
