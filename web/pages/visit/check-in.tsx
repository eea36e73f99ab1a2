import type { FieldErrors } from "../../components/index.ts";
import { Button, Details, ErrorSummary, showErrors } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { visitCopy } from "../../copy/visit.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { ProofFields } from "../booking/proof-fields.tsx";

export interface CheckInPageProps {
  view: View;
  typed: { code: string; phone: string };
  errors: FieldErrors;
  /** Why it cannot be now, in a whole sentence; stands where the error of the code stands. */
  refused?: string | undefined;
  phone?: string | undefined;
}

/** On one's own phone, at the hall. */
export function CheckInPage({ view, typed, errors, refused, phone }: CheckInPageProps) {
  const words = visitCopy(view.lang);
  const own = words.checkIn;
  const labels = { code: own.code, phone: own.phone };
  const sentences = { ...words.errors, ...(refused === undefined ? {} : { refused: refused }) };
  const shown = showErrors(errors, { copy: copy(view.lang), labels, sentences });
  return (
    <Page
      view={view}
      title={own.title}
      error={shown.any}
      current="bookings"
      phone={phone}
      back={paths.bookings()}
    >
      {shown.any ? <ErrorSummary title={copy(view.lang).common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.lead}</p>
      <form method="post" action={paths.checkIn()} novalidate>
        <ProofFields words={own} typed={typed} shown={shown} />
        <Button preventDoubleClick>{own.button}</Button>
      </form>
      <Details summary={own.lost}>
        <p class="govuk-body">{own.lostText}</p>
      </Details>
    </Page>
  );
}
