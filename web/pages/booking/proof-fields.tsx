import type { ShownErrors } from "../../components/field-errors.ts";
import { Input } from "../../components/input.tsx";

export interface ProofFieldsProps {
  words: { code: string; codeHint: string; phone: string; phoneHint: string };
  typed: { code: string; phone: string };
  shown: ShownErrors;
}

/** What opens a booking: its code, and the last four digits of its telephone. */
export function ProofFields({ words, typed, shown }: ProofFieldsProps) {
  return (
    <>
      <Input
        name="code"
        label={words.code}
        labelSize="s"
        hint={words.codeHint}
        value={typed.code}
        width={20}
        class="number"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        error={shown.at("code")}
      />
      <Input
        name="phone"
        label={words.phone}
        labelSize="s"
        hint={words.phoneHint}
        value={typed.phone}
        width={5}
        inputmode="numeric"
        autocomplete="off"
        error={shown.at("phone")}
      />
    </>
  );
}
