import type { Closure } from "../../../functions/booking/booking.hours.ts";
import type { Alternative } from "../../../functions/booking/booking.problem.ts";
import { Button, Icon } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { bookingProblemCopy } from "../../copy/booking-problem.ts";
import { Page } from "../../layout/page.tsx";
import { appealPaths } from "../../paths.hall.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { closureWords, instantWords, timeWords } from "./words.ts";

/** What the problem says beside its code, as far as it is there. */
export interface RefusedFacts {
  readonly closure?: Closure | undefined;
  readonly opensAt?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: { readonly most: number; readonly per: "day" | "month" } | undefined;
  readonly alternatives: readonly Alternative[];
}

export interface RefusedProps {
  view: View;
  code: string;
  facts: RefusedFacts;
  /** What was asked for. */
  at?: { day: string; time: string } | undefined;
  /** Where a tap on another time is sent; with the form's own hidden value. */
  actionOf: (at: Alternative) => string;
  hidden?: { readonly name: string; readonly value: string } | undefined;
  moving?: boolean | undefined;
  links: { readonly calendar?: string | undefined; readonly mine?: string | undefined };
  hall?: { readonly name: string; readonly phone: string } | undefined;
}

type Codes = ReturnType<typeof bookingProblemCopy>["codes"];

/** Says plainly why it was not done, and offers the nearest times by one tap each. */
export function BookingRefusedPage(props: RefusedProps) {
  const { view, code, at, links, hall } = props;
  const { codes } = bookingProblemCopy(view.lang);
  const words = bookingCopy(view.lang).refused;
  const { title, next } = Object.hasOwn(codes, code) ? codes[code as keyof Codes] : codes.booking_state;
  return (
    <Page
      view={view}
      title={`${title} - ${bookingCopy(view.lang).title}`}
      current="bookings"
      phone={hall?.phone}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {at ? <p class="lead">{(props.moving ? words.kept : words.taken)(timeWords(at, view.lang))}</p> : null}
      {factLines(props)
        // Of a weekend there is no more to say than the heading does.
        .filter((line) => line !== title)
        .map((line) => (
          <p class="govuk-body">
            <strong>{line}</strong>
          </p>
        ))}
      <p class="govuk-body">{next}</p>
      <Others {...props} />
      <ul class="links links--boxed">
        {code === "banned" ? <Way href={appealPaths.appeals()} text={words.appeal} /> : null}
        {links.mine ? <Way href={links.mine} text={words.mine} /> : null}
        {links.calendar ? <Way href={links.calendar} text={words.calendar} /> : null}
        {hall ? <Way href={paths.phone(hall.phone)} text={`${words.call(hall.name)} ${hall.phone}`} /> : null}
      </ul>
    </Page>
  );
}

function factLines({ view, facts, code }: RefusedProps): string[] {
  const { refused, rules } = bookingCopy(view.lang);
  const { closure, opensAt, until, limit } = facts;
  return [
    ...(closure ? [closureWords(closure, view.lang)] : []),
    ...(opensAt ? [refused.opens(instantWords(opensAt, view.lang, code === "turn_not_yet"))] : []),
    ...(until ? [refused.until(instantWords(until, view.lang))] : []),
    ...(limit ? [refused.limit(rules[limit.per], limit.most)] : []),
  ];
}

function Others({ view, facts, actionOf, hidden, moving }: RefusedProps) {
  const words = bookingCopy(view.lang).refused;
  if (facts.alternatives.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{moving ? words.moveNearest : words.nearest}</h2>
      <div class="others">
        {facts.alternatives.map((other) => (
          <form method="post" action={actionOf(other)}>
            {hidden ? <input type="hidden" name={hidden.name} value={hidden.value} /> : null}
            <Button kind="secondary" preventDoubleClick>
              {timeWords(other, view.lang)}
            </Button>
          </form>
        ))}
      </div>
    </>
  );
}

function Way({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a class="links__link" href={href}>
        <span>{text}</span>
        <Icon name="forward" />
      </a>
    </li>
  );
}
