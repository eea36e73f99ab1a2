import type { ShownErrors } from "../../components/field-errors.ts";
import { Input } from "../../components/input.tsx";
import { NumberInput } from "./inputs.tsx";

export interface ProofFieldsProps {
  words: { code: string; codeHint: string; phone: string; phoneHint: string };
  typed: { code: string; phone: string };
  shown: ShownErrors;
}

/** What opens a booking: its code, and the last four digits of its telephone. */
export function ProofFields({ words, typed, shown }: ProofFieldsProps) {
  return (
    <>
      <NumberInput
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={typed.code}
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
