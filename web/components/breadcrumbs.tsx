import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface BreadcrumbsProps {
  /** What a screen reader calls this navigation. */
  label: string;
  /** The last one, without an address, is this page. */
  items: readonly { text: Content; href?: string | undefined }[];
  collapseOnMobile?: boolean | undefined;
  class?: string | undefined;
}

export function Breadcrumbs({ label, items, collapseOnMobile, class: extra }: BreadcrumbsProps) {
  return (
    <nav
      class={join("govuk-breadcrumbs", extra, collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile")}
      aria-label={label}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
