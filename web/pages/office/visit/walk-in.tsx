import type { Hall, Place } from "../../../../functions/booking/booking.hall.ts";
import type { FieldErrors } from "../../../components/index.ts";
import { Button, ErrorSummary, Input, Radios, Select, showErrors } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";

export interface WalkInPageProps {
  view: View;
  person: { name: string; unit: string };
  hall: Hall;
  place: Place;
  /** Services that the counters of the place give today. */
  services: readonly { id: string; name: string }[];
  seatsLeft: number;
  /** Names the form, so that pressing twice gives one number. */
  takeKey: string;
  typed: { service: string; party: string; why: string; reason: string; beyond: string };
  errors: FieldErrors;
}

/** A number for somebody who comes without a booking. */
export function WalkInPage(props: WalkInPageProps) {
  const { view, person, hall, place, typed, errors } = props;
  const words = visitCopy(view.lang);
  const own = words.desk.walkIn;
  const where = { hall: hall.id, place: place.id };
  const labels = { service: own.service, party: own.party, reason: own.reason, beyond: own.beyond };
  const shown = showErrors(errors, { copy: copy(view.lang), labels, sentences: words.errors });
  const none = props.seatsLeft === 0;
  return (
    <OfficePage
      view={view}
      title={own.title}
      error={shown.any}
      person={person}
      current="visits"
      back={paths.officeVisitDay(where)}
      sheet="visit.css"
    >
      {shown.any ? <ErrorSummary title={copy(view.lang).common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.lead}</p>
      <p class="govuk-body">
        <strong>{none ? own.noneLeft : own.left(props.seatsLeft)}</strong>
      </p>
      <form method="post" action={paths.officeWalkIn(where)} novalidate>
        <input type="hidden" name="key" value={props.takeKey} />
        <Radios
          name="service"
          legend={{ text: own.service, size: "m" }}
          items={props.services.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.service}
          error={shown.at("service")}
        />
        <Input
          name="party"
          label={own.party}
          value={typed.party}
          width={2}
          inputmode="numeric"
          autocomplete="off"
          error={shown.at("party")}
        />
        <Select
          name="why"
          label={own.priority}
          options={[
            { value: "", text: own.none },
            ...Object.entries(words.desk.priorities).map(([value, text]) => ({ value, text })),
          ]}
          value={typed.why}
          error={shown.at("why")}
        />
        <Input
          name="reason"
          label={own.reason}
          value={typed.reason}
          maxlength={100}
          error={shown.at("reason")}
        />
        {none || typed.beyond !== "" || shown.at("beyond") ? (
          <Input
            name="beyond"
            label={own.beyond}
            hint={own.beyondHint}
            value={typed.beyond}
            maxlength={100}
            error={shown.at("beyond")}
          />
        ) : null}
        <Button preventDoubleClick>{own.button}</Button>
      </form>
    </OfficePage>
  );
}
