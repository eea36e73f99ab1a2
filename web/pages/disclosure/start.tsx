import { Card, Icon } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { paths } from "../../paths.ts";
import type { StartStepProps } from "../apply/start.tsx";
import { List, Part, StartFrame } from "../apply/start.tsx";

export interface StartProps extends StartStepProps {
  units: readonly { code: string; name: string; phone: string; address: string }[];
}

export function DisclosureStartPage({ units, ...props }: StartProps) {
  const { start: words, dueDates } = disclosureCopy(props.view.lang);
  return (
    <StartFrame
      {...props}
      phone={units[0]?.phone}
      words={words}
      at={{ start: paths.disclosure(), receipt: paths.disclosureReceipt() }}
      below={<Units units={units} words={words} />}
    >
      <Part title={words.what.title}>
        <List items={words.what.items} />
        <p class="muted">{words.what.not}</p>
        <p>
          {words.published.text}{" "}
          <a class="govuk-link" href={paths.publishedAnswers()}>
            {words.published.link}
          </a>
        </p>
        <p>
          {words.rectification.text}{" "}
          <a class="govuk-link" href={paths.rectification()}>
            {words.rectification.link}
          </a>
        </p>
      </Part>
      <Part title={words.prepare.title}>
        <List items={words.prepare.items} />
      </Part>
      <Part title={words.takes.title}>
        <List items={words.takes.items} />
        <p>
          <a class="govuk-link" href={paths.disclosureDueDates()}>
            {dueDates.link}
          </a>
        </p>
      </Part>
    </StartFrame>
  );
}

interface UnitsProps {
  units: StartProps["units"];
  words: { units: string; unitPhone: string; unitAddress: string };
}

function Units({ units, words }: UnitsProps) {
  return (
    <Card title={words.units}>
      <ul class="contacts">
        {units.map((unit) => (
          <li class="contacts__item">
            <p class="contacts__name">{unit.name}</p>
            <a class="contacts__phone number" href={paths.phone(unit.phone)}>
              <Icon name="phone" />
              <span class="govuk-visually-hidden">{words.unitPhone}</span>
              {unit.phone}
            </a>
            <p class="muted contacts__address">
              <span class="govuk-visually-hidden">{words.unitAddress}</span>
              {unit.address}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
