import { BackLink } from "../../components/back-link.tsx";
import { copy } from "../../copy/index.ts";
import type { Language } from "../../view.ts";

/** A landmark, as it stands outside of the main part. */
export function WayBack({ lang, href, text }: { lang: Language; href: string; text: string }) {
  return (
    <nav class="way-back no-print" aria-label={copy(lang).common.back}>
      <BackLink href={href}>{text}</BackLink>
    </nav>
  );
}
