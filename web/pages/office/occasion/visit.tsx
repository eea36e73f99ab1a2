import type { AnsweredVisit } from "../../../../functions/occasion/occasion.answer.service.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { InsetText } from "../../../components/inset-text.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Select } from "../../../components/select.tsx";
import { Tag } from "../../../components/tag.tsx";
import { Textarea } from "../../../components/textarea.tsx";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { occasionOfficePaths } from "../../../paths.occasion.ts";
import { paths } from "../../../paths.ts";
import { formatDay, formatInstant } from "../../../words.ts";
import { Version } from "../hall/forms.tsx";
import { type HallFrame, type Typed, typedOr } from "../hall/frame.tsx";
import { ShortBox } from "../hall/rows.tsx";
import { OccasionScreen, occasionErrors } from "./frame.tsx";

export interface OccasionVisitPageProps extends HallFrame {
  hall: string;
  day: string;
  code: string;
  found: AnsweredVisit;
  /** The units to which something can be assigned, in their order. */
  units: readonly { value: string; text: string }[];
  hasBegun: boolean;
  /** The visitor has checked in. */
  arrived: boolean;
  typed?: Typed;
}
type Shown = OccasionVisitPageProps & { shown: ReturnType<typeof occasionErrors> };

const MOST_WORDS = 1000;

/** One visit of a reception: what was answered, and what became of it. */
export function OccasionVisitPage(props: OccasionVisitPageProps) {
  const { view, day, found, hasBegun } = props;
  const { lang } = view;
  const words = officeOccasionCopy(lang);
  const { visit } = words;
  const shown = occasionErrors(props, visit);
  const when = `${formatDay(day, lang)} ${found.booking?.time ?? ""}`.trim();
  return (
    <OccasionScreen
      {...props}
      shown={shown}
      title={visit.title(found.name ?? visit.unknown, when)}
      back={{ href: occasionOfficePaths.all(), text: words.all.title }}
    >
      {found.topic === undefined ? null : (
        <p class="govuk-body">
          {words.day.columns.topic}
          {lang === "zh" ? "：" : ": "}
          <bdi>{found.topic}</bdi>
        </p>
      )}
      {found.answer === undefined ? null : <Said {...props} shown={shown} />}
      {hasBegun ? null : <InsetText>{visit.notYet}</InsetText>}
      {hasBegun ? <NotArrived {...props} /> : null}
      {hasBegun && found.mayAnswer ? <AnswerForm {...props} shown={shown} /> : null}
    </OccasionScreen>
  );
}

/** Why there is nothing to record yet, and where to check the visitor in. */
function NotArrived({ view: { lang }, found, arrived }: OccasionVisitPageProps) {
  const words = officeOccasionCopy(lang);
  const { booking } = found;
  if (booking === undefined || arrived || found.answer !== undefined) return null;
  return (
    <InsetText>
      {words.visit.notArrived(words.day.states[booking.state])}{" "}
      {booking.state === "booked" ? (
        <a class="govuk-link" href={paths.officeVisitDay(booking)}>
          {words.visit.toDesk}
        </a>
      ) : null}
    </InsetText>
  );
}

function Said(props: Shown) {
  const { view, found, units } = props;
  const { lang } = view;
  const { visit } = officeOccasionCopy(lang);
  const { answer, said, closing, mayClose } = found;
  if (answer === undefined) return null;
  const unit = units.find(({ value }) => value === answer.unit)?.text ?? answer.unit;
  return (
    <>
      <Card title={visit.said}>
        <p class="govuk-body">
          <Tag>{visit.outcomes[answer.outcome]}</Tag>{" "}
          {answer.outcome === "assigned"
            ? visit.assignedTo(unit ?? "", formatDay(answer.due ?? answer.day, lang))
            : null}
        </p>
        <p class="typed-text">{said}</p>
        <p class="govuk-body muted">{visit.by(answer.said.byName, formatInstant(answer.said.at, lang))}</p>
      </Card>
      {answer.closed === undefined ? null : (
        <Card title={visit.closing}>
          <p class="typed-text">{closing}</p>
          <p class="govuk-body muted">
            {visit.closedBy(answer.closed.byName, formatInstant(answer.closed.at, lang))}
          </p>
        </Card>
      )}
      {mayClose ? <CloseForm {...props} /> : null}
    </>
  );
}

function CloseForm({ view: { lang }, hall, day, code, found, typed, shown }: Shown) {
  const { visit } = officeOccasionCopy(lang);
  return (
    <Card title={visit.close}>
      <form method="post" action={occasionOfficePaths.close(hall, day, code)} novalidate>
        <Version version={found.answer?.version ?? 0} />
        <Textarea
          name="closing"
          label={visit.closing}
          hint={visit.closingHint}
          rows={4}
          maxlength={MOST_WORDS}
          value={typedOr(typed, "closing", "")}
          error={shown.at("closing")}
        />
        <Button preventDoubleClick>{visit.close}</Button>
      </form>
    </Card>
  );
}

function AnswerForm({ view: { lang }, hall, day, code, found, units, typed, shown }: Shown) {
  const { visit } = officeOccasionCopy(lang);
  const { answer, said } = found;
  const title = answer === undefined ? visit.button : visit.again;
  return (
    <Card title={title}>
      <form method="post" action={occasionOfficePaths.answer(hall, day, code)} novalidate>
        <Version version={answer?.version ?? 0} />
        <Radios
          name="outcome"
          legend={{ text: visit.outcome }}
          value={typedOr(typed, "outcome", answer?.outcome)}
          error={shown.at("outcome")}
          items={(["on_the_spot", "assigned", "other"] as const).map((value) => ({
            value,
            label: visit.outcomes[value],
            hint: visit.outcomeHints[value],
          }))}
        />
        <Select
          name="unit"
          label={visit.unit}
          value={typedOr(typed, "unit", answer?.unit)}
          error={shown.at("unit")}
          options={[{ value: "", text: "—" }, ...units]}
        />
        <ShortBox
          name="due"
          label={visit.due}
          hint={visit.dueHint}
          kept={answer?.due}
          {...{ typed, shown }}
        />
        <Textarea
          name="text"
          label={visit.text}
          hint={visit.textHint}
          rows={5}
          maxlength={MOST_WORDS}
          value={typedOr(typed, "text", said)}
          error={shown.at("text")}
        />
        <Button preventDoubleClick>{title}</Button>
      </form>
    </Card>
  );
}
