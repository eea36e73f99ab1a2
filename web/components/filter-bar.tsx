import type { Content } from "./attributes.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

export interface FilterBarProps {
  /** Where the form is sent by GET, so that what is chosen stays in the URL. */
  action: string;
  title: string;
  words: { apply: string; reset: string };
  /** What is chosen now, each with the address that takes it away again. */
  chosen?: readonly { text: string; href: string }[] | undefined;
  /** Shown open, such as when something is chosen. */
  open?: boolean | undefined;
  /** Inputs and selects. */
  children?: Content;
}

export function FilterBar({ action, title, words, chosen = [], open, children }: FilterBarProps) {
  return (
    <details class="filter-bar" open={open}>
      <summary class="filter-bar__summary">
        <Icon name="filter" />
        {title}
        {chosen.length > 0 ? <span class="filter-bar__count">{chosen.length}</span> : null}
      </summary>
      <form class="filter-bar__form" method="get" action={action}>
        {children}
        <div class="filter-bar__actions">
          <Button kind="secondary">{words.apply}</Button>
          <a class="govuk-link" href={action}>
            {words.reset}
          </a>
        </div>
      </form>
      {chosen.length > 0 ? (
        <ul class="filter-bar__chosen">
          {chosen.map((one) => (
            <li>
              <a class="filter-bar__chip" href={one.href}>
                {one.text}
                <Icon name="cross" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
