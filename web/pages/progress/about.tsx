import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { Unit } from "../../../functions/kit/config.ts";
import { ContactCard } from "../../components/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import type { Language } from "../../view.ts";
import { formatBytes } from "../../words.ts";

/** The unit that has the case, for whoever wants to ask. */
export function Contact({ unit, lang }: { unit: Unit; lang: Language }) {
  const words = progressCopy(lang);
  return (
    <section>
      <h2 class="govuk-heading-m">{words.contact}</h2>
      <ContactCard
        contact={{
          phone: unit.phone,
          hall: unit.name[lang],
          address: unit.address[lang],
          hours: unit.hours[lang],
        }}
        words={{ phone: words.phone, hall: words.unit, address: words.address, hours: words.hours }}
      />
    </section>
  );
}

/** What was handed in, by name and size only. */
export function SentFiles({ files }: { files: readonly CaseFile[] }) {
  return (
    <ul class="govuk-list">
      {files.map((file) => (
        <li>
          {file.name} <span class="muted number">{formatBytes(file.sizeBytes)}</span>
        </li>
      ))}
    </ul>
  );
}
