import type { Content } from "./attributes.ts";
import type { IconName } from "./icon.tsx";
import { Icon } from "./icon.tsx";

export interface EmptyStateProps {
  icon?: IconName | undefined;
  /** What would appear here. */
  title: string;
  headingLevel?: 2 | 3 | undefined;
  /** How it comes to appear, and what can be done now. */
  children?: Content;
}

export function EmptyState({ icon = "queue", title, headingLevel = 2, children }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div class="empty-state">
      <Icon name={icon} />
      <Heading class="empty-state__title">{title}</Heading>
      {children ? <div class="empty-state__text">{children}</div> : null}
    </div>
  );
}
