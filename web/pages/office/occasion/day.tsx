import type { OccasionDay } from "../../../../functions/occasion/occasion.service.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Input } from "../../../components/input.tsx";
import { Table } from "../../../components/table.tsx";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { occasionOfficePaths } from "../../../paths.occasion.ts";
import { formatInstant } from "../../../words.ts";
import { Version } from "../hall/forms.tsx";
import type { HallFrame, Typed } from "../hall/frame.tsx";
import { typedOr } from "../hall/frame.tsx";
import { ShortBox } from "../hall/rows.tsx";
import { hostWords, OccasionScreen, occasionErrors, whenWords } from "./frame.tsx";

export interface OccasionDayPageProps extends HallFrame {
  found: OccasionDay;
  typed?: Typed;
}

/** An occasion on its day: who has booked, what was answered, how many came. */
export function OccasionDayPage(props: OccasionDayPageProps) {
  const { view, found } = props;
  const { lang } = view;
  const words = officeOccasionCopy(lang);
  const { hall, service, occasion, visits } = found;
  const place = hall.places.find(({ id }) => id === occasion.place);
  const shown = occasionErrors(props, { people: words.day.attendance, reason: words.day.reason });
  return (
    <OccasionScreen
      {...props}
      shown={shown}
      title={`${service.name[lang]}：${whenWords(occasion, lang)}`}
      back={{ href: occasionOfficePaths.all(), text: words.all.title }}
    >
      <p class="govuk-body">
        {[hostWords(occasion), occasion.topic[lang], place?.name[lang], place?.address[lang]]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h2 class="govuk-heading-m">{words.day.visits}</h2>
      {visits.length === 0 ? <p class="govuk-body muted">{words.day.noVisits}</p> : <Visits {...props} />}
      <Card title={words.day.attendance}>
        <Attendance {...props} shown={shown} />
      </Card>
    </OccasionScreen>
  );
}

function Visits({ view: { lang }, found }: OccasionDayPageProps) {
  const { hall, occasion, service, visits, mayRecord } = found;
  const words = officeOccasionCopy(lang);
  const { columns, states, record } = words.day;
  const isReception = service.kind === "reception";
  const { topic: about, answer: answered, ...always } = columns;
  const shown = [...Object.values(always), ...(isReception ? [about, answered] : [])];
  return (
    <Table
      cards
      caption={<span class="govuk-visually-hidden">{words.day.visits}</span>}
      head={shown.map((content) => ({ content }))}
      rows={visits.map(({ code, time, name, phone, party, topic, state, answer }) => [
        { content: time, label: columns.time },
        {
          content: (
            <>
              {name}
              <span class="queue__reference number">{phone}</span>
            </>
          ),
          label: columns.who,
        },
        { content: String(party), label: columns.party },
        { content: states[state], label: columns.state },
        ...(isReception
          ? [
              { content: <bdi>{topic ?? "–"}</bdi>, label: columns.topic },
              {
                content: mayRecord ? (
                  <a class="govuk-link" href={occasionOfficePaths.visit(hall.id, occasion.day, code)}>
                    {answer ? words.visit.outcomes[answer.outcome] : record}
                    <span class="govuk-visually-hidden">
                      {" "}
                      {time} {name}
                    </span>
                  </a>
                ) : answer ? (
                  words.visit.outcomes[answer.outcome]
                ) : (
                  ""
                ),
                label: columns.answer,
              },
            ]
          : []),
      ])}
    />
  );
}

function Attendance(props: OccasionDayPageProps & { shown: ReturnType<typeof occasionErrors> }) {
  const { view, found, typed, shown } = props;
  const { lang } = view;
  const { day: words } = officeOccasionCopy(lang);
  const { hall, occasion, visits, seats, attendance, hasBegun, mayRecord } = found;
  const people = visits.reduce((sum, { party }) => sum + party, 0);
  return (
    <>
      <p class="govuk-body">{words.signedUp(people, seats)}</p>
      {attendance === undefined ? null : (
        <p class="govuk-body">
          {words.counted(
            attendance.people.toLocaleString("en"),
            attendance.byName,
            formatInstant(attendance.at, lang),
          )}{" "}
          {attendance.reason === undefined ? null : words.because(attendance.reason)}
        </p>
      )}
      {hasBegun ? null : <p class="govuk-body muted">{words.notYet}</p>}
      {hasBegun && mayRecord ? (
        <form method="post" action={occasionOfficePaths.attendance(hall.id, occasion.id)} novalidate>
          <Version version={attendance?.version ?? 0} />
          <ShortBox
            name="people"
            label={words.attendance}
            hint={words.attendanceHint}
            kept={attendance?.people}
            width={5}
            {...{ typed, shown }}
          />
          <Input
            name="reason"
            label={words.reason}
            hint={words.reasonHint(Math.max(seats, people))}
            value={typedOr(typed, "reason", attendance?.reason)}
            maxlength={100}
            autocomplete="off"
            error={shown.at("reason")}
          />
          <Button preventDoubleClick>{words.button}</Button>
        </form>
      ) : null}
    </>
  );
}
