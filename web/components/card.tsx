import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface CardProps {
  title?: Content;
  headingLevel?: 2 | 3 | undefined;
  id?: string | undefined;
  class?: string | undefined;
  children?: Content;
}

/** A white sheet with a hairline around it, for what belongs together. */
export function Card({ title, headingLevel = 2, id, class: extra, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section class={join("card", extra)} id={id}>
      {title ? <Heading class="card__title">{title}</Heading> : null}
      {children}
    </section>
  );
}
