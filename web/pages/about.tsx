import { copy } from "../copy/index.ts";
import { Page } from "../layout/page.tsx";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

export interface AboutProps {
  view: View;
  /** The whole, or one statement alone. */
  part: "about" | "privacy" | "accessibility";
  phone?: string | undefined;
}

export function AboutPage({ view, part, phone }: AboutProps) {
  const words = copy(view.lang).about;
  if (part === "about") {
    return (
      <Page view={view} title={words.title} phone={phone}>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.lead(view.government[view.lang])}</p>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={paths.privacy()}>
              {words.privacy.title}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.accessibility()}>
              {words.accessibility.title}
            </a>
          </li>
        </ul>
      </Page>
    );
  }
  const statement = words[part];
  return (
    <Page view={view} title={statement.title} back={paths.about()} phone={phone}>
      <h1 class="govuk-heading-l">{statement.title}</h1>
      {statement.sections.map((section) => (
        <>
          <h2 class="govuk-heading-m">{section.title}</h2>
          <p class="govuk-body">{section.text}</p>
        </>
      ))}
    </Page>
  );
}
