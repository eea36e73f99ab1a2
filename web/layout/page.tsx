import type { Content } from "../components/attributes.ts";
import { join } from "../components/attributes.ts";
import { BackLink } from "../components/back-link.tsx";
import { copy } from "../copy/index.ts";
import type { View } from "../view.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { Document } from "./document.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

export interface PageProps {
  view: View;
  /** Unique among all pages: the page's name comes first in the window's title. */
  title: string;
  /** The form on it was refused: the title says so first. */
  error?: boolean | undefined;
  /** Where "返回" leads; shown above the page. */
  back?: string | undefined;
  /** Shown above the main part, such as breadcrumbs. */
  before?: Content;
  /** Which entry of the bar on a phone stands for this page. */
  current?: "home" | "guides" | "bookings" | "progress" | undefined;
  /** A form or an article reads best narrow; overviews take the whole width. */
  wide?: boolean | undefined;
  /** A step of a form: no bar on a phone, so that the one button stands alone at the foot. */
  task?: boolean | undefined;
  /** A stylesheet of the capability besides everybody's. */
  sheet?: "visit.css" | undefined;
  /** Seconds after which the page is fetched anew where no scripts run. */
  reload?: number | undefined;
  /** The counter's telephone, shown in the foot. */
  phone?: string | undefined;
  children?: Content;
}

/** A citizen's page: header, main, footer and, on a phone, the bar at the bottom. */
export function Page(props: PageProps) {
  const { view, title, error, back, before, current, wide, task, phone, children } = props;
  const words = copy(view.lang).common;
  const windowTitle = `${error ? words.titleError : ""}${title} - ${view.government[view.lang]}${view.lang === "zh" ? "" : " "}${words.serviceLine}`;
  return (
    <Document
      view={view}
      title={windowTitle}
      class={task ? undefined : "has-bottom-bar"}
      sheet={props.sheet}
      reload={props.reload}
    >
      <Header view={view} />
      <div class={join("container", !wide && "container--narrow")}>
        {back ? (
          <nav class="way-back no-print" aria-label={words.back}>
            <BackLink href={back}>{words.back}</BackLink>
          </nav>
        ) : null}
        {before ? <div class="way-back no-print">{before}</div> : null}
        <main class="govuk-main-wrapper" id="main">
          {children}
        </main>
      </div>
      <Footer view={view} phone={phone} />
      {task ? null : <BottomBar view={view} current={current} />}
    </Document>
  );
}
