import type { Period } from "../../../../functions/rectification/rectification.period.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  DateInput,
  ErrorSummary,
  Input,
  InsetText,
  NotificationBanner,
  WarningText,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { queueCopy } from "../../../copy/office-queue.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { WayBack } from "../way-back.tsx";
import { showOfficeErrors } from "./shared.tsx";

export interface RectificationPeriodProps {
  view: View;
  person: { name: string; unit: string };
  periods: readonly Period[];
  now: Period;
  version: number;
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
  saved: boolean;
  changed: boolean;
}

/** By when the unit answers corrections of records: its own setting, dated, because no law gives a period. */
export function RectificationPeriodPage(props: RectificationPeriodProps) {
  const { view, person, periods, now, version, values, errors, saved, changed } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const words = officeRectificationCopy(lang).period;
  const shown = showOfficeErrors(errors, lang);
  const first = `#since-${lang === "zh" ? "year" : "day"}`;
  const boxes = (["year", "month", "day"] as const).map((name) => ({
    name,
    label: common[name],
    value: values[`since-${name}`] ?? "",
    width: name === "year" ? (4 as const) : (2 as const),
  }));
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={lang} href={paths.office()} text={queueCopy(lang).search.back} />}
    >
      {shown.any ? (
        <ErrorSummary
          title={common.errorTitle}
          errors={shown.summary.map((each) => (each.href === "#since" ? { ...each, href: first } : each))}
        />
      ) : null}
      {saved ? <NotificationBanner title={common.success} kind="success" text={words.saved} /> : null}
      {changed ? <WarningText prefix={common.warning}>{words.changed}</WarningText> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <InsetText>
        {words.now(now.workingDays)}
        {periods.length === 0 ? <p class="muted">{words.usual}</p> : null}
        <ul class="govuk-list">
          {periods.map(({ since, workingDays }) => (
            <li>{words.from(formatDay(since, lang), workingDays)}</li>
          ))}
        </ul>
      </InsetText>
      <form method="post" action={paths.officeRectificationPeriod()} class="act__form" novalidate>
        <input type="hidden" name="version" value={String(version)} />
        <Input
          name="workingDays"
          label={words.workingDays}
          labelSize="s"
          hint={words.workingDaysHint}
          inputmode="numeric"
          width={4}
          value={values.workingDays}
          error={shown.at("workingDays")}
        />
        <DateInput
          id="since"
          namePrefix="since"
          legend={{ text: words.since, size: "s" }}
          hint={words.sinceHint}
          parts={lang === "zh" ? boxes : boxes.toReversed()}
          error={shown.at("since")}
        />
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </OfficePage>
  );
}
