import type { FieldErrors } from "../../components/index.ts";
import { Button, Details, ErrorSummary, showErrors } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { bookingPaths } from "../../paths.booking.ts";
import { appealPaths } from "../../paths.hall.ts";
import type { View } from "../../view.ts";
import { ProofFields } from "./proof-fields.tsx";

export interface FindProps {
  view: View;
  typed: { code: string; phone: string };
  errors: FieldErrors;
  phone: string;
}

export function BookingFindPage({ view, typed, errors, phone }: FindProps) {
  const words = copy(view.lang);
  const own = bookingCopy(view.lang).find;
  const shown = showErrors(errors, {
    copy: words,
    labels: { code: own.code, phone: own.phone },
    sentences: own.errors,
  });
  return (
    <Page
      view={view}
      title={`${own.title} - ${bookingCopy(view.lang).title}`}
      error={shown.any}
      back={bookingPaths.services()}
      current="bookings"
      phone={phone}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.lead}</p>
      <form method="post" action={bookingPaths.find()} novalidate>
        <ProofFields words={own} typed={typed} shown={shown} />
        <p class="muted">{own.limit}</p>
        <Button preventDoubleClick>{own.button}</Button>
      </form>
      <Details summary={own.lost}>
        <ul class="govuk-list govuk-list--bullet">
          {own.lostLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
      <p>
        <a class="govuk-link" href={appealPaths.appeals()}>
          {own.paused}
        </a>
      </p>
    </Page>
  );
}
