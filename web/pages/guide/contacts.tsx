import type { Phone } from "../../../functions/guide/guide.ts";
import { Details } from "../../components/details.tsx";
import { Icon } from "../../components/icon.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { Said, SaidText } from "./said.tsx";
import { Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

export function QuestionsSection({ view, shown, unfolded }: GuideProps) {
  const { questions } = shown.guide;
  if (questions.length === 0) return null;
  return (
    <Section view={view} name="questions">
      {questions.map(({ question, answer }) => (
        <Details summary={<Said view={view}>{question}</Said>} open={unfolded}>
          <SaidText view={view} text={answer} />
        </Details>
      ))}
    </Section>
  );
}

/** Whom to ask and to whom to complain, each to be called with one tap. */
export function ContactsSection({ view, shown, contact }: GuideProps) {
  const words = guideCopy(view.lang).guide.contacts;
  const { linkWay, superviseWay } = shown.guide;
  return (
    <Section view={view} name="contacts">
      <dl class="calls">
        <Calls view={view} term={words.ask} phones={linkWay} />
        <Calls view={view} term={words.complain} phones={superviseWay} />
        {linkWay.length === 0 ? (
          <Calls view={view} term={words.hall} phones={[{ number: contact.phone }]} />
        ) : null}
      </dl>
    </Section>
  );
}

export function Calls({ view, term, phones }: { view: View; term: string; phones: readonly Phone[] }) {
  if (phones.length === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      {phones.map(({ label, number }) => (
        <dd>
          <PhoneLink view={view} label={label} number={number} />
        </dd>
      ))}
    </div>
  );
}

/** A number with no digits in it is not a number, and is shown as it was written. */
export function PhoneLink({
  view,
  label,
  number,
}: {
  view: View;
  label?: string | undefined;
  number: string;
}) {
  const named = label ? (
    <span class="muted">
      <Said view={view}>{label}</Said>
    </span>
  ) : null;
  if (!/\d{3}/.test(number)) return <Said view={view}>{number}</Said>;
  return (
    <>
      <a class="calls__phone number" href={paths.phone(number.split("转")[0] ?? number)}>
        <Icon name="phone" />
        {number.replace("转", "-")}
      </a>{" "}
      {named}
    </>
  );
}

/** 救济渠道 and 逾期后果. */
export function RemedySection({ view, shown }: GuideProps) {
  const words = guideCopy(view.lang).guide.remedy;
  const { remedy, lateConsequence } = shown.guide;
  return (
    <Section view={view} name="remedy">
      {remedy ? (
        <>
          <h3 class="guide__title">{words.remedy}</h3>
          <SaidText view={view} text={remedy} />
        </>
      ) : null}
      {lateConsequence ? (
        <>
          <h3 class="guide__title">{words.late}</h3>
          <SaidText view={view} text={lateConsequence} />
        </>
      ) : null}
      {remedy || lateConsequence ? null : <p class="govuk-body">{words.none}</p>}
    </Section>
  );
}
