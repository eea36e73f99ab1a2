/** The way through a form that is asked one question a page: its pages, its files, then check-your-answers. Pure. */
import type { DraftCheck } from "../disclosure/disclosure.draft.service.ts";
import type { ApplicationContext, ApplicationValues } from "../disclosure/disclosure.pages.ts";

/** The last step of every form. */
export const CHECK = "check";

export interface WayOptions<Page extends string> {
  /** What the step of the files is called, after the last question. */
  readonly files: string;
  /** The pages that these answers lead through, in order. */
  pagesFor(values: ApplicationValues): readonly { readonly id: Page }[];
  readonly validate: DraftCheck<unknown, Page>;
}

export type Way<Page extends string> = ReturnType<typeof wayOf<Page>>;

export function wayOf<Page extends string>({ files, pagesFor, validate }: WayOptions<Page>) {
  const steps = (values: ApplicationValues): readonly string[] => [
    ...pagesFor(values).map(({ id }) => id),
    files,
    CHECK,
  ];

  /** The first page that still lacks something, or undefined when all is answered. */
  function open(values: ApplicationValues, context: ApplicationContext): Page | undefined {
    const checked = validate(values, context);
    return checked.ok ? undefined : checked.errors[0]?.page;
  }

  function beside(values: ApplicationValues, step: string, by: 1 | -1): string | undefined {
    const all = steps(values);
    const place = all.indexOf(step);
    return place < 0 ? undefined : all[place + by];
  }

  return {
    files,
    open,
    /** Where to go on: the first open page, or the files when all is answered. */
    goOn: (values: ApplicationValues, context: ApplicationContext): string => open(values, context) ?? files,
    after: (values: ApplicationValues, page: Page): string => beside(values, page, 1) ?? files,
    /** Undefined before the first. */
    before: (values: ApplicationValues, step: string): string | undefined => beside(values, step, -1),
    /** Whether the person may stand on this page: it is asked, and no page before it is open. */
    reaches(values: ApplicationValues, page: Page, context: ApplicationContext): boolean {
      const all = steps(values);
      const first = open(values, context);
      return all.includes(page) && (first === undefined || all.indexOf(page) <= all.indexOf(first));
    },
    /** For "step 3 of 9". */
    placeOf(values: ApplicationValues, step: string): { readonly at: number; readonly of: number } {
      const all = steps(values);
      return { at: all.indexOf(step) + 1, of: all.length };
    },
  };
}
