import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export function BackLink({
  href,
  class: extra,
  children,
}: {
  href: string;
  class?: string | undefined;
  children?: Content;
}) {
  return (
    <a href={href} class={join("govuk-back-link", extra)}>
      {children}
    </a>
  );
}
