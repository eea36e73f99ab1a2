/** Builds what the citizens' function needs; what is behind a door is built when somebody goes through it. */
import type { CitizenServices } from "./app.door.ts";
import { disclosureOf, draftsOf, originsOf } from "./wiring.disclosure.ts";
import type { Shelled } from "./wiring.ground.ts";
import { once, openGround } from "./wiring.ground.ts";
import { progressOf } from "./wiring.progress.ts";

export async function citizenServices(): Promise<CitizenServices & Shelled> {
  const built = disclosureOf(await openGround("citizen"));
  const isBookable = async (id: string) => (await bookingPages()).isBookable(id);
  const guidePages = once(async () => {
    const { guidePagesOf } = await import("./wiring.guide.ts");
    return { ...guidePagesOf(built), isBookable };
  });
  const published = () => import("./wiring.published.ts");
  const publishedPages = once(async () => (await published()).publishedPagesOf(built));
  const gazettePages = once(async () => (await import("./wiring.gazette.ts")).gazettePagesOf(built));
  const before = once(async () => (await published()).beforeOf(built));
  const visitor = { ...built, guidePages };
  const bookingPages = once(async () => (await import("./wiring.visitor.ts")).bookingPagesOf(visitor));
  return {
    ...built,
    ...{ publishedPages, gazettePages, before, guidePages, bookingPages },
    ...{ origins: originsOf(built), drafts: draftsOf(built), progress: progressOf(built) },
    advicePages: once(async () => (await import("./wiring.advice.ts")).advicePagesOf(built)),
    alike: once(async () => (await import("./wiring.alike.ts")).alikeOf(built)),
    rectificationPages: once(async () =>
      (await import("./wiring.rectification.ts")).rectificationPagesOf(built),
    ),
    visits: once(async () => (await import("./wiring.visit.ts")).visitOf(built)),
    occasionPages: once(async () => (await import("./wiring.occasion.ts")).occasionPagesOf(built)),
    appeals: once(async () => (await import("./wiring.record.ts")).appealsOf(built)),
    applicantLetters: once(async () => (await import("./wiring.letter.ts")).applicantLettersOf(built)),
  };
}
