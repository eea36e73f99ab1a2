import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface SummaryAction {
  href: string;
  text: string;
  /** Read out after the text, so that ten "修改" are not all alike. */
  hidden?: string | undefined;
}

export interface SummaryRow {
  key: Content;
  value: Content;
  actions?: readonly SummaryAction[] | undefined;
  class?: string | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  class?: string | undefined;
  card?:
    | {
        title: string;
        headingLevel?: 2 | 3 | 4;
        actions?: readonly SummaryAction[];
        class?: string | undefined;
      }
    | undefined;
}

export function SummaryList({ rows, class: extra, card }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length);
  const list = (
    <dl class={join("govuk-summary-list", extra)}>
      {rows.map((row) => (
        <div
          class={join(
            "govuk-summary-list__row",
            anyActions && !row.actions && "govuk-summary-list__row--no-actions",
            row.class,
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions?.length ? (
            <dd class="govuk-summary-list__actions">
              <Actions actions={row.actions} block="govuk-summary-list" card={card?.title} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
}

function Card({ card, children }: { card: NonNullable<SummaryListProps["card"]>; children?: Content }) {
  const Heading = `h${card.headingLevel ?? 2}` as const;
  const actions = card.actions ?? [];
  return (
    <div class={join("govuk-summary-card", card.class)}>
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{card.title}</Heading>
        {actions.length === 1 ? (
          <div class="govuk-summary-card__actions">
            <Actions actions={actions} block="govuk-summary-card" card={card.title} />
          </div>
        ) : null}
        {actions.length > 1 ? (
          <Actions actions={actions} block="govuk-summary-card" card={card.title} />
        ) : null}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

interface ActionsProps {
  actions: readonly SummaryAction[];
  block: "govuk-summary-list" | "govuk-summary-card";
  card: string | undefined;
}

function Actions({ actions, block, card }: ActionsProps) {
  const [only] = actions;
  if (actions.length === 1 && only) return <Action action={only} card={card} />;
  const list = block === "govuk-summary-list" ? `${block}__actions-list` : `${block}__actions`;
  const item = block === "govuk-summary-list" ? `${block}__actions-list-item` : `${block}__action`;
  return (
    <ul class={list}>
      {actions.map((action) => (
        <li class={item}>
          <Action action={action} card={card} />
        </li>
      ))}
    </ul>
  );
}

function Action({ action, card }: { action: SummaryAction; card: string | undefined }) {
  const hidden = join(action.hidden, card && `(${card})`);
  return (
    <a class="govuk-link" href={action.href}>
      {action.text}
      {hidden ? <span class="govuk-visually-hidden"> {hidden}</span> : null}
    </a>
  );
}
