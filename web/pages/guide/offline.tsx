import type { Contact } from "../../components/contact-card.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { GuideHelp } from "./help.tsx";

/**
 * What the worker shows where there is no network and no saved page: a search over the names on the phone, and the
 * guides that are kept. The lists are filled by `offline.js`; its words stand here.
 */
export function GuideOfflinePage({ view, contact }: { view: View; contact: Contact }) {
  const { offline: words } = guideCopy(view.lang);
  return (
    <Page view={view} title={words.title} current="guides" phone={contact.phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <search>
        <form class="results-form" method="get" action={paths.guides()}>
          <SearchField label={words.search} hint={words.searchHint} button={copy(view.lang).common.search} />
        </form>
      </search>
      <div
        data-offline={paths.guideNames()}
        data-not-saved={words.notSaved}
        data-names-none={words.namesNone}
        data-not-found={words.notFound}
      >
        <section class="card" hidden data-found="">
          <h2 class="card__title">{words.found}</h2>
          <p data-found-none="" role="status" />
          <ul class="links" data-found-list="" />
        </section>
        <section class="card">
          <h2 class="card__title">{words.list}</h2>
          <p data-saved-none="">{words.none}</p>
          <ul class="links" data-saved-list="" hidden />
        </section>
      </div>
      <GuideHelp view={view} contact={contact} />
      <script type="module" src={paths.asset(view.assets, "offline.js")} />
    </Page>
  );
}
