import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import type { Content } from "../../../components/attributes.ts";
import { Button } from "../../../components/button.tsx";
import { Checkboxes } from "../../../components/checkboxes.tsx";
import { Details } from "../../../components/details.tsx";
import { Fieldset } from "../../../components/fieldset.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Select } from "../../../components/select.tsx";
import { hallCopy, rulesCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { Version } from "./forms.tsx";
import { type HallFrame, HallScreen, hallErrors, severalOf, type Typed, typedOr } from "./frame.tsx";
import type { Boxes } from "./rows.tsx";
import { ShortBox } from "./rows.tsx";

export interface RulesFormPageProps extends HallFrame {
  hall: Hall;
  version: number;
  lines: { limits: number; penalties: number };
  typed?: Typed;
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** A new set of rules, beginning with what the last one says. */
export function RulesFormPage(props: RulesFormPageProps) {
  const { view, hall, version, typed, lines } = props;
  const { lang } = view;
  const words = rulesCopy(lang);
  const { form } = words;
  const last = hall.rules.at(-1);
  const shown = hallErrors(props, labelsOf(props));
  const box = { typed, shown };
  const radios = (
    name: "persons" | "oneLivePer",
    options: Readonly<Record<string, string>>,
    kept: string,
  ) => (
    <Radios
      name={name}
      legend={{ text: form[name] }}
      value={typedOr(typed, name, kept)}
      error={shown.at(name)}
      items={Object.entries(options).map(([value, label]) => ({ value, label }))}
    />
  );
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.newTitle(hall.name[lang])}
      back={{ href: hallPaths.rules(hall.id), text: words.title(hall.name[lang]) }}
    >
      <form method="post" action={hallPaths.newRules(hall.id)} novalidate>
        <Version version={version} />
        <ShortBox name="from" label={form.from} hint={form.fromHint} {...box} />
        {radios("persons", words.persons, last?.persons ?? "identity")}
        {radios("oneLivePer", words.oneLive, last?.oneLivePer ?? "group")}
        <Checkboxes
          name="ownBusinessOnly"
          legend={{ text: form.ownBusinessOnly }}
          values={severalOf(typed, "ownBusinessOnly", last?.ownBusinessOnly ? ["yes"] : [])}
          items={[{ value: "yes", label: form.ownOnly }]}
        />
        <ShortBox
          name="cancelBeforeMinutes"
          label={form.cancelBeforeMinutes}
          width={5}
          kept={last?.cancelBeforeMinutes ?? 0}
          {...box}
        />
        <h2 class="govuk-heading-m">{form.limits}</h2>
        {Array.from({ length: lines.limits }, (_, n) => (
          <LimitLine n={n} hall={hall} lang={lang} {...box} />
        ))}
        <h2 class="govuk-heading-m">{form.penalties}</h2>
        {Array.from({ length: lines.penalties }, (_, n) => (
          <PenaltyLine n={n} hall={hall} lang={lang} {...box} />
        ))}
        <Button preventDoubleClick>{hallCopy(lang).save}</Button>
      </form>
    </HallScreen>
  );
}

/** The label of each field of each line, with the line's name, so that an error says which line. */
function labelsOf({ view: { lang }, lines }: RulesFormPageProps): Record<string, string> {
  const { form } = rulesCopy(lang);
  const named = (prefix: string, count: number, line: (n: number) => string, names: Record<string, string>) =>
    Array.from({ length: count }, (_, n) =>
      Object.entries(names).map(
        ([name, label]) => [`${prefix}${n}-${name}`, `${line(n + 1)}：${label}`] as const,
      ),
    ).flat();
  const { most, per, of, within, counts, at, warnAt, banDays } = form;
  return Object.fromEntries([
    ...Object.entries({ from: form.from, cancelBeforeMinutes: form.cancelBeforeMinutes }),
    ...named("limit", lines.limits, form.limitLine, { most, per, of, within }),
    ...named("penalty", lines.penalties, form.penaltyLine, { counts, at, per, within, warnAt, banDays }),
  ]);
}

/** A line that says something is open, an empty one folded away. */
const isUsed = (typed: Typed, field: string, kept: boolean): boolean =>
  typed === undefined ? kept : typedOr(typed, field, "") !== "";

function Line({ title, open, children }: { title: string; open: boolean; children?: Content }) {
  return (
    <Details summary={title} open={open}>
      <Fieldset legend={{ text: title, class: "govuk-visually-hidden" }}>{children}</Fieldset>
    </Details>
  );
}

type LineProps = Boxes & { n: number; hall: Hall };

function LimitLine({ n, hall, lang, ...box }: LineProps) {
  const { form } = rulesCopy(lang);
  const kept = hall.rules.at(-1)?.limits[n];
  const { typed, shown } = box;
  const name = (part: string) => `limit${n}-${part}`;
  const select = (part: "per" | "of" | "within", words: Readonly<Record<string, string>>, usual: string) => (
    <Select
      name={name(part)}
      label={form[part]}
      value={typedOr(typed, name(part), kept?.[part] ?? usual)}
      error={shown.at(name(part))}
      options={optionsOf(words)}
    />
  );
  return (
    <Line title={form.limitLine(n + 1)} open={isUsed(typed, name("most"), kept !== undefined)}>
      <ShortBox
        name={name("most")}
        label={form.most}
        hint={form.mostHint}
        width={3}
        kept={kept?.most}
        {...box}
      />
      {select("per", form.periods, "day")}
      {select("of", form.ofs, "visits")}
      {select("within", form.scopes, "hall")}
    </Line>
  );
}

function PenaltyLine({ n, hall, lang, ...box }: LineProps) {
  const { form } = rulesCopy(lang);
  const kept = hall.rules.at(-1)?.penalties[n];
  const { typed, shown } = box;
  const name = (part: string) => `penalty${n}-${part}`;
  const select = (
    part: "counts" | "per" | "within",
    words: Readonly<Record<string, string>>,
    usual: string,
  ) => (
    <Select
      name={name(part)}
      label={form[part]}
      value={typedOr(typed, name(part), kept?.[part] ?? usual)}
      error={shown.at(name(part))}
      options={optionsOf(words)}
    />
  );
  const number = (part: "at" | "warnAt" | "banDays", hint: string | undefined) => (
    <ShortBox name={name(part)} label={form[part]} hint={hint} width={5} kept={kept?.[part]} {...box} />
  );
  return (
    <Line title={form.penaltyLine(n + 1)} open={isUsed(typed, name("at"), kept !== undefined)}>
      {number("at", form.mostHint)}
      {select("counts", form.countNames, "no_show")}
      {select("per", form.periods, "month")}
      {select("within", form.scopes, "hall")}
      {number("warnAt", form.warnHint)}
      {number("banDays", undefined)}
    </Line>
  );
}
