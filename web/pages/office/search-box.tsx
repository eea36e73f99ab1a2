import { Button } from "../../components/button.tsx";
import { Input } from "../../components/input.tsx";
import { copy } from "../../copy/index.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

export interface SearchBoxProps {
  lang: Language;
  unit: string;
  text?: string | undefined;
  error?: string | undefined;
}

/** Posted, never got: what is searched for is personal data and must not stand in an address. */
export function SearchBox({ lang, unit, text, error }: SearchBoxProps) {
  const { common } = copy(lang);
  const words = queueCopy(lang).search;
  return (
    <search>
      <form class="search-box" method="post" action={paths.officeSearch()} novalidate data-again="">
        <input type="hidden" name="unit" value={unit} />
        <Input
          name="text"
          type="search"
          label={words.label}
          hint={words.hint}
          value={text}
          autocomplete="off"
          spellcheck={false}
          maxlength={100}
          error={error ? { text: error, prefix: common.errorPrefix } : undefined}
        />
        <Button kind="secondary">{words.button}</Button>
      </form>
    </search>
  );
}
