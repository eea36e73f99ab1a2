import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export function Hint({
  id,
  class: extra,
  children,
}: {
  id?: string | undefined;
  class?: string | undefined;
  children?: Content;
}) {
  return (
    <div id={id} class={join("govuk-hint", extra)}>
      {children}
    </div>
  );
}
