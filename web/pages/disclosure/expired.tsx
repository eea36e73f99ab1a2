import { Button } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

/** The draft's day is over: says so, and offers to begin again. */
export function DraftExpiredPage({ view }: { view: View }) {
  const words = disclosureCopy(view.lang).expired;
  return (
    <Page view={view} title={words.title} back={paths.disclosure()}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p>{words.happened}</p>
      <p>{words.next}</p>
      <form method="post" action={paths.disclosure()}>
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </Page>
  );
}
