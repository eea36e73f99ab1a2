import { paths } from "../paths.ts";
import { Icon } from "./icon.tsx";

export interface SearchFieldProps {
  label: string;
  hint: string;
  button: string;
  value?: string | undefined;
  /** What is said where suggestions appear; without it there are none. */
  suggestions?: { label: string } | undefined;
  /** Its question is the page's one h1. */
  pageHeading?: boolean | undefined;
}

/** What a person may type; more than that is a text and not a search. */
const MOST_CHARACTERS = 60;

/** One large field; a GET, so that what was looked for can be bookmarked and found again with "back". */
export function SearchField({ label, hint, button, value, suggestions, pageHeading }: SearchFieldProps) {
  const name = <label for="q">{label}</label>;
  return (
    <>
      {pageHeading ? <h1 class="hero__title">{name}</h1> : <p class="govuk-visually-hidden">{name}</p>}
      <div class="hero__field">
        <Icon name="search" class="hero__icon" />
        <input
          class="hero__input"
          id="q"
          name="q"
          type="search"
          value={value}
          maxlength={MOST_CHARACTERS}
          autocomplete="off"
          enterkeyhint="search"
          aria-describedby="q-hint"
          data-suggest={suggestions ? paths.guideSuggestions() : undefined}
          data-suggest-label={suggestions?.label}
        />
        <button class="govuk-button hero__button" type="submit">
          {button}
        </button>
      </div>
      <p class="hero__hint" id="q-hint">
        {hint}
      </p>
    </>
  );
}
