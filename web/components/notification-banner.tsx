import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface NotificationBannerProps {
  title: string;
  kind?: "success" | undefined;
  titleId?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
  role?: "alert" | "region" | undefined;
  class?: string | undefined;
  /** One line of text gets the heading's style; anything else is shown as it is. */
  text?: string | undefined;
  children?: Content;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const id = props.titleId ?? "govuk-notification-banner-title";
  const Heading = `h${props.headingLevel ?? 2}` as const;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always alert or region, and both take a name.
    <div
      class={join(
        "govuk-notification-banner",
        props.kind && "govuk-notification-banner--success",
        props.class,
      )}
      role={props.role ?? (props.kind ? "alert" : "region")}
      aria-labelledby={id}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={id}>
          {props.title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : props.children}
      </div>
    </div>
  );
}
