import { Icon } from "../components/icon.tsx";
import { copy } from "../copy/index.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

export function Footer({ view, phone }: { view: View; phone?: string | undefined }) {
  const words = copy(view.lang).common;
  return (
    <footer class="footer">
      <div class="footer__inner">
        <nav class="footer__links" aria-label={words.footer}>
          <a href={paths.about()}>{words.about}</a>
          <a href={paths.privacy()}>{words.privacy}</a>
          <a href={paths.accessibility()}>{words.accessibility}</a>
        </nav>
        <p class="footer__name">{view.government[view.lang]}</p>
        {phone ? (
          <a class="footer__phone" href={paths.phone(phone)}>
            <Icon name="phone" />
            {phone}
          </a>
        ) : null}
      </div>
    </footer>
  );
}
