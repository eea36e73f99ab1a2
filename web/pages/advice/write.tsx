import type { AdviceTyped } from "../../../functions/advice/advice.ts";
import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import {
  Button,
  ErrorSummary,
  Input,
  NotificationBanner,
  Radios,
  Select,
  showErrors,
  Textarea,
} from "../../components/index.ts";
import { adviceCopy } from "../../copy/advice.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import type { View } from "../../view.ts";

export interface AdviceWriteProps {
  view: View;
  units: readonly { code: string; name: string }[];
  /** Working days until the reply, as promised. */
  days: number;
  typed: AdviceTyped;
  /** Names this sending, so that two taps are one question. */
  token: string;
  errors?: FieldErrors | undefined;
  /** It was sent before with other words. */
  another?: boolean | undefined;
  /** What was said about telephone numbers in the text, and need not be said again. */
  warned?: boolean | undefined;
  /** Minutes to wait, for who has sent very much. */
  slowMinutes?: number | undefined;
  phone?: string | undefined;
}

/** One page, because a question is short; whatever goes wrong, it comes back with all that was typed. */
export function AdviceWritePage(props: AdviceWriteProps) {
  const { view, errors = [], token, days } = props;
  const words = copy(view.lang);
  const own = adviceCopy(view.lang).write;
  const shown = showErrors(errors, { copy: words, labels: labelsOf(own), sentences: own.errors });
  return (
    <Page view={view} title={own.title} error={shown.any} back={advicePaths.list()} task phone={props.phone}>
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <Said {...props} />
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="lead">{own.lead(days)}</p>
      <form method="post" action={advicePaths.write()} novalidate>
        <input type="hidden" name="token" value={token} />
        {props.warned ? <input type="hidden" name="warned" value="yes" /> : null}
        <Question {...props} shown={shown} />
        <Person {...props} shown={shown} />
        <p class="muted">{own.personal}</p>
        <Button preventDoubleClick>{own.button}</Button>
      </form>
    </Page>
  );
}

const labelsOf = ({ kind, unit, subject, text, name, phone }: ReturnType<typeof adviceCopy>["write"]) => ({
  ...{ kind, unit, subject, text, name, phone },
});

function Said({ view, another, slowMinutes }: AdviceWriteProps) {
  const { common } = copy(view.lang);
  const own = adviceCopy(view.lang).write;
  if (slowMinutes !== undefined)
    return <NotificationBanner title={common.important} role="alert" text={own.slow(slowMinutes)} />;
  if (!another) return null;
  return (
    <NotificationBanner title={common.important} role="alert">
      <p class="govuk-body">{own.another}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={advicePaths.receipt()}>
          {own.receipt}
        </a>
      </p>
    </NotificationBanner>
  );
}

type FieldsProps = AdviceWriteProps & { shown: ShownErrors };

function Question({ view, units, typed, shown }: FieldsProps) {
  const { kinds, write: own } = adviceCopy(view.lang);
  return (
    <>
      <Radios
        name="kind"
        legend={{ text: own.kind, size: "s" }}
        value={typed.kind}
        items={(["question", "suggestion"] as const).map((value) => ({
          value,
          label: kinds[value],
          hint: own.kindHints[value],
        }))}
        error={shown.at("kind")}
      />
      <Input
        name="subject"
        label={own.subject}
        labelSize="s"
        hint={own.subjectHint}
        value={typed.subject}
        error={shown.at("subject")}
      />
      <Textarea
        name="text"
        label={own.text}
        labelSize="s"
        hint={own.textHint}
        rows={7}
        value={typed.text}
        error={shown.at("text")}
      />
      <Select
        name="unit"
        label={own.unit}
        labelSize="s"
        hint={own.unitHint}
        value={typed.unit}
        options={[
          { value: "", text: own.choose },
          ...units.map(({ code, name }) => ({ value: code, text: name })),
        ]}
        error={shown.at("unit")}
      />
    </>
  );
}

function Person({ view, typed, shown }: FieldsProps) {
  const own = adviceCopy(view.lang).write;
  return (
    <>
      <Input
        name="phone"
        label={own.phone}
        labelSize="s"
        hint={own.phoneHint}
        value={typed.phone}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        width={20}
        error={shown.at("phone")}
      />
      <Input
        name="name"
        label={own.name}
        labelSize="s"
        value={typed.name}
        width={20}
        autocomplete="name"
        spellcheck={false}
        error={shown.at("name")}
      />
    </>
  );
}
