import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { Outcome, OutcomeEffect } from "../../../functions/disclosure/disclosure.outcome.ts";
import type { FieldError } from "../../components/index.ts";
import { Button, ErrorMessage, Radios } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";
import { FileName } from "../file-name.tsx";
import type { ShownCheck } from "./release-check.tsx";
import { ReleaseFacts, ScannerNote } from "./release-check.tsx";

export interface ProposalDraft {
  readonly outcome: string;
  readonly reply: string;
  readonly objection: string;
  readonly earlier: string;
  readonly pointer: string;
  readonly files: readonly CaseFile[];
}

export interface OutcomeChoiceProps {
  lang: Language;
  outcomes: readonly Outcome[];
  value: string;
  error: FieldError | undefined;
}

/** The 21 outcomes under the blocks of table 三, each with its row and article. */
export function OutcomeChoice({ lang, outcomes, value, error }: OutcomeChoiceProps) {
  const words = officeCopy(lang).action.proposal;
  const items = outcomes.flatMap((outcome, index) => {
    const begins = outcomes[index - 1]?.effect !== outcome.effect;
    const block = outcomes.filter((each) => each.effect === outcome.effect);
    const choice = { value: outcome.code, label: <OutcomeLabel outcome={outcome} lang={lang} /> };
    // A block of one needs no heading: it would only say the same twice.
    return begins && block.length > 1 ? [{ divider: groupName(outcome.effect, lang) }, choice] : [choice];
  });
  return (
    <Radios
      name="outcome"
      class="govuk-radios--small outcomes"
      legend={{ text: words.outcome, size: "m" }}
      hint={words.outcomeHint}
      items={items}
      value={value}
      error={error}
    />
  );
}

const groupName = (effect: OutcomeEffect, lang: Language): string =>
  officeCopy(lang).action.proposal.groups[effect];

function OutcomeLabel({ outcome, lang }: { outcome: Outcome; lang: Language }) {
  return (
    <>
      {outcome.label[lang]} <span class="muted">{outcome.row}</span>
    </>
  );
}

export interface DraftFilesProps {
  lang: Language;
  files: readonly CaseFile[];
  release: {
    readonly checks: readonly (ShownCheck & { readonly removable: readonly string[] })[];
    readonly scanner: string | undefined;
  };
  error: FieldError | undefined;
}

/** Buttons of the same form, so that adding or removing a file keeps the text. */
export function DraftFiles({ lang, files, release, error }: DraftFilesProps) {
  const words = officeCopy(lang).action.proposal;
  const checkOf = (id: string) => release.checks.find(({ file }) => file === id);
  return (
    <div class="govuk-form-group" id="files" tabindex={-1}>
      <h2 class="govuk-heading-m">{words.files}</h2>
      {error ? <ErrorMessage id="files-error" error={error} /> : null}
      {files.length === 0 ? <p class="muted">{words.noFiles}</p> : null}
      <ul class="files">
        {files.map((file) => (
          <li class="files__item">
            <FileName file={file} />
            <button class="files__remove" type="submit" name="intent" value={`remove ${file.id}`}>
              {words.remove}
              <span class="govuk-visually-hidden"> {file.name}</span>
            </button>
            <Cleaning lang={lang} file={file} check={checkOf(file.id)} />
          </li>
        ))}
      </ul>
      {files.length === 0 ? null : <ScannerNote lang={lang} scanner={release.scanner} reader="uploader" />}
      <Button kind="secondary" name="intent" value="files">
        {words.addFile}
      </Button>
    </div>
  );
}

interface CleaningProps {
  lang: Language;
  file: CaseFile;
  check: (ShownCheck & { readonly removable: readonly string[] }) | undefined;
}

/** What the check found, and the button that makes a copy without it. */
function Cleaning({ lang, file, check }: CleaningProps) {
  const words = officeCopy(lang).release;
  const removable = check?.removable ?? [];
  return (
    <>
      <ReleaseFacts lang={lang} file={file} check={check} removable={removable} />
      {removable.length === 0 ? null : (
        <div class="release__act">
          <Button kind="secondary" name="intent" value={`clean ${file.id}`}>
            {words.cleanFile}
            <span class="govuk-visually-hidden"> {file.name}</span>
          </Button>
          <p class="muted">{words.cleanHint}</p>
        </div>
      )}
    </>
  );
}
