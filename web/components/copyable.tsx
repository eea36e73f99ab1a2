import { Icon } from "./icon.tsx";

export interface CopyableProps {
  label: string;
  /** As it is shown, in groups of four. */
  shown: string;
  /** As it is copied; what is shown unless given. */
  value?: string | undefined;
  words: { copy: string; copied: string; copyFailed: string };
}

/** A number or code, large, with a button that copies it. The button is there only where scripts run. */
export function Copyable({ label, shown, value, words }: CopyableProps) {
  return (
    <div class="copyable">
      <p class="copyable__label">{label}</p>
      <p class="copyable__value number">{shown}</p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary copyable__button js-only"
        data-copy={value ?? shown}
        data-copied={words.copied}
        data-copy-failed={words.copyFailed}
      >
        <Icon name="copy" />
        <span data-copy-text="" aria-live="polite">
          {words.copy}
        </span>
        <span class="govuk-visually-hidden"> {label}</span>
      </button>
    </div>
  );
}

/** Opens the browser's own print window; only where scripts run, the browser's menu does the same elsewhere. */
export function PrintButton({ text }: { text: string }) {
  return (
    <button type="button" class="govuk-button govuk-button--secondary js-only" data-print="">
      <Icon name="print" />
      {text}
    </button>
  );
}
