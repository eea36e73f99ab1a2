import { Button } from "../../components/button.tsx";
import { Details } from "../../components/details.tsx";
import { signInCopy } from "../../copy/office-sign-in.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface SignInStopProps {
  view: View;
  reason: "signedOut" | "cancelled" | "failed" | "no_role" | "no_unit";
}

/** Why nobody is signed in now, and the way back in. */
export function SignInStopPage({ view, reason }: SignInStopProps) {
  const words = signInCopy(view.lang);
  const own: { title: string; text: string; next?: string } = words[reason];
  return (
    <OfficePage view={view} title={own.title}>
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.text}</p>
      {own.next ? <p class="govuk-body">{own.next}</p> : null}
      <Button href={paths.officeSignIn()}>{reason === "signedOut" ? words.button : words.again}</Button>
    </OfficePage>
  );
}

export interface SessionEndedProps {
  view: View;
  /** Where the form was going. */
  action: string;
  /** Everything that the form sent, in order. */
  fields: readonly (readonly [name: string, value: string])[];
}

/** A field this long was written by hand and not chosen; worth showing, so that it can be copied. */
const TYPED_LENGTH = 20;

/** A form arrived after the session had ended: the page keeps what it held, so that it can be sent once more. */
export function SessionEndedPage({ view, action, fields }: SessionEndedProps) {
  const words = signInCopy(view.lang);
  const typed = fields.map(([, value]) => value).filter((value) => value.length > TYPED_LENGTH);
  return (
    <OfficePage view={view} title={words.ended.title}>
      <h1 class="govuk-heading-l">{words.ended.title}</h1>
      <p class="govuk-body">{words.ended.text}</p>
      <h2 class="govuk-heading-m">{words.ended.first}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.officeSignIn()} target="_blank" rel="noopener">
          {words.again}
        </a>
      </p>
      <p class="govuk-body">{words.ended.firstLine}</p>
      <h2 class="govuk-heading-m">{words.ended.second}</h2>
      <p class="govuk-body">{words.ended.secondLine}</p>
      <form method="post" action={action}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button preventDoubleClick>{words.ended.button}</Button>
      </form>
      {typed.length > 0 ? (
        <Details summary={words.ended.typed}>
          {typed.map((text) => (
            <p class="govuk-body typed-text">{text}</p>
          ))}
        </Details>
      ) : null}
    </OfficePage>
  );
}
