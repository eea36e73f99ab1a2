import type { Content } from "../components/attributes.ts";
import { join } from "../components/attributes.ts";
import { copy } from "../copy/index.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { languageTag } from "../view.ts";

export interface DocumentProps {
  view: View;
  title: string;
  class?: string | undefined;
  /** A stylesheet of the capability besides everybody's. */
  sheet?: "visit.css" | undefined;
  /** Without scripts the page is fetched anew after so many seconds; with them `data-live` does it in place. */
  reload?: number | undefined;
  children?: Content;
}

/** What every page shares: language, title, one stylesheet, one script, the way past the header. */
export function Document({ view, title, class: extra, sheet, reload, children }: DocumentProps) {
  const words = copy(view.lang).common;
  return (
    <>
      {/* The elder view also marks the root, because rem, and so every size, is counted from there. */}
      <html lang={languageTag(view.lang)} class={join("govuk-template", view.elder && "elder-root")}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#0b5cab" />
          <meta name="format-detection" content="telephone=no, date=no, address=no" />
          <link rel="icon" href={paths.asset(view.assets, "icon.svg")} type="image/svg+xml" />
          <link rel="stylesheet" href={paths.asset(view.assets, "app.css")} />
          {sheet ? <link rel="stylesheet" href={paths.asset(view.assets, sheet)} /> : null}
          {reload ? (
            <noscript>
              <meta http-equiv="refresh" content={String(reload)} />
            </noscript>
          ) : null}
          <script type="module" src={paths.asset(view.assets, "app.js")} />
        </head>
        <body class={join("govuk-template__body", view.elder && "elder", extra)} data-working={words.working}>
          <a class="govuk-skip-link" href="#main" data-module="govuk-skip-link">
            {words.skip}
          </a>
          {children}
        </body>
      </html>
    </>
  );
}
