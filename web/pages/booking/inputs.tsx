import type { InputProps } from "../../components/input.tsx";
import { Input } from "../../components/input.tsx";

type Own = Pick<InputProps, "name" | "label" | "hint" | "value" | "autocomplete" | "error">;

/** The name of a person, which no dictionary knows. */
export const NameInput = (own: Own) => <Input {...own} labelSize="s" width={20} spellcheck={false} />;

/** A number of a document or a code of ours: letters and digits that nothing should complete or correct. */
export const NumberInput = (own: Omit<Own, "autocomplete">) => (
  <Input
    {...own}
    labelSize="s"
    width={20}
    class="number"
    autocomplete="off"
    autocapitalize="characters"
    spellcheck={false}
  />
);

/** A whole telephone number. */
export const PhoneInput = (own: Own) => (
  <Input {...own} labelSize="s" type="tel" inputmode="tel" width={20} />
);
