import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface TimelineItem {
  title: Content;
  /** When, in words, as the page's language writes it. */
  when?: string | undefined;
  /** The same instant or day for machines. */
  datetime?: string | undefined;
  who?: string | undefined;
  detail?: Content;
  /** `done` unless said: what has happened, what is going on, what is still to come. */
  state?: "done" | "current" | "future" | undefined;
}

/** Events in the order given; the line between them is drawn by the stylesheet. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  return (
    <ol class="timeline" aria-label={label}>
      {items.map((item) => (
        <li
          class={join(
            "timeline__item",
            item.state && item.state !== "done" && `timeline__item--${item.state}`,
          )}
          aria-current={item.state === "current" ? "step" : undefined}
        >
          <p class="timeline__title">{item.title}</p>
          {item.when || item.who ? (
            <p class="timeline__meta">
              {item.when ? <time datetime={item.datetime}>{item.when}</time> : null}
              {item.who ? <span>{item.who}</span> : null}
            </p>
          ) : null}
          {item.detail ? <div class="timeline__detail">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
