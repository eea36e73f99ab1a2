/** The doors to letters in the office, apart so that the list of doors stays short. */
import type { OfficeEnv } from "./identity/identity.office.tsx";
import type { Door } from "./kit/door.ts";
import type { Letters } from "./letter/letter.service.ts";
import type { LetterOfficeServices } from "./letter/letter.shared.office.ts";
import type { TemplateOfficeServices } from "./letter/letter.template.office.tsx";
import type { LetterTemplates } from "./letter/letter.template.service.ts";

export interface LetterDoorServices {
  readonly letters: () => Promise<{ readonly letters: Letters; readonly templates: LetterTemplates }>;
}

type Rest<Services> = Omit<Services, "letters" | "templates">;

export const letterDoors = (
  services: LetterDoorServices & Rest<LetterOfficeServices> & Rest<TemplateOfficeServices>,
): readonly Door<OfficeEnv>[] => [
  {
    prefix: "/office/case-letters",
    load: async () =>
      (await import("./letter/letter.office.tsx")).letterOffice({
        ...services,
        ...(await services.letters()),
      }),
  },
  {
    prefix: "/office/letters",
    load: async () =>
      (await import("./letter/letter.template.office.tsx")).templateOffice({
        ...services,
        ...(await services.letters()),
      }),
  },
];
