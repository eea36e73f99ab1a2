import type { IconName } from "../components/icon.tsx";
import { Icon } from "../components/icon.tsx";
import { copy } from "../copy/index.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

export type BarEntry = "home" | "guides" | "bookings" | "progress";

const entries: readonly { name: BarEntry; icon: IconName; href: string }[] = [
  { name: "home", icon: "home", href: paths.home() },
  { name: "guides", icon: "guide", href: paths.guides() },
  { name: "bookings", icon: "calendar", href: paths.bookings() },
  { name: "progress", icon: "progress", href: paths.progress() },
];

/** The four places a thumb reaches on a phone; at a desk the home page's doors do the same. */
export function BottomBar({ view, current }: { view: View; current?: BarEntry | undefined }) {
  const words = copy(view.lang).common;
  return (
    <nav class="bottom-bar" aria-label={words.navigation}>
      {entries.map(({ name, icon, href }) => (
        <a class="bottom-bar__entry" href={href} aria-current={name === current ? "page" : undefined}>
          <Icon name={icon} />
          {words[name]}
        </a>
      ))}
    </nav>
  );
}
