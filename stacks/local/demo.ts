import { type Desk, openDesk } from "./demo-desk.ts";
import { handInRequests, workRequests } from "./demo-disclosure.ts";
import { type DemoRecord, openRecord } from "./demo-record.ts";
import { demoRequests, requestToFollow } from "./demo-requests.ts";
import { DemoFailure, type DemoPlace } from "./demo-visitor.ts";
import { StartFailure } from "./failure.ts";
import { people } from "./people.ts";

/** What a step may use: the doors of the running stack, and the table for what comes in by a program beside it. */
export interface Demo {
  readonly place: DemoPlace;
  readonly desk: Desk;
  readonly record: DemoRecord;
}

export interface DemoStep {
  /** Never changes: it is how a later start knows that the step has been done. */
  readonly id: string;
  /** What there is then, for the line that says so. */
  readonly gives?: string;
  /** A start that is stopped in the middle lets the next one run it again: it must find what it did already. */
  run(demo: Demo): Promise<void>;
}

/** Done in their order at the first start. Whoever brings a capability adds its step at the end. */
export const demoSteps: readonly DemoStep[] = [
  {
    // The directory of a unit knows who has been here, and cases can be assigned to nobody else.
    id: "people",
    run: async ({ desk }) => {
      for (const { id } of people) await desk.person(id);
    },
  },
  { id: "disclosure-requests", run: handInRequests },
  { id: "disclosure-work", gives: `${demoRequests.length} requests`, run: workRequests },
  {
    id: "guides",
    gives: "the guides of every unit",
    // Not read before it is needed: nobody waits for it at the start.
    run: async (demo) => (await import("./demo-guide-work.ts")).putGuides(demo),
  },
  {
    id: "search-words",
    run: async (demo) => (await import("./demo-words-work.ts")).putWords(demo),
  },
  {
    id: "halls",
    gives: "two halls with free seats",
    run: async (demo) => (await import("./demo-halls.ts")).publishHalls(demo),
  },
  {
    id: "hall-today",
    gives: "a hall at work",
    run: async (demo) => (await import("./demo-visits.ts")).beginDay(demo),
  },
  {
    id: "letter-settings",
    run: async (demo) => (await import("./demo-letters.ts")).setUpLetters(demo),
  },
  {
    id: "published-answers",
    run: async (demo) => (await import("./demo-answers.ts")).publishAnswers(demo),
  },
  {
    id: "advice",
    gives: "questions and suggestions",
    run: async (demo) => (await import("./demo-advice.ts")).putAdvice(demo),
  },
  {
    id: "occasions",
    gives: "receptions and trainings",
    run: async (demo) => (await import("./demo-occasions.ts")).planOccasions(demo),
  },
  {
    id: "gazette",
    gives: "policies, announcements and news",
    run: async (demo) => (await import("./demo-gazette.ts")).putGazette(demo),
  },
  {
    id: "rectification",
    run: async (demo) => (await import("./demo-rectification.ts")).askForCorrection(demo),
  },
  {
    id: "hall-past",
    gives: "two weeks of a hall for its statistics",
    run: async ({ place }) => {
      const { liveThroughPast } = await import("./demo-past.ts");
      const { demoVault } = await import("./demo-vault.ts");
      await liveThroughPast(place, await demoVault());
    },
  },
  {
    id: "gazette-files",
    run: async (demo) => (await import("./demo-gazette-files.ts")).addGazetteFiles(demo),
  },
];

/**
 * All steps, or those that `DEMO` names, such as `halls` or `guides,halls`; `none` is none of them, nothing is all.
 * Throws a StartFailure for a name that no step has.
 */
export function stepsNamed(names: string | undefined): readonly DemoStep[] {
  if (names === undefined || names === "") return demoSteps;
  const wanted = names.split(",").map((name) => name.trim());
  const unknown = wanted.filter((name) => name !== "none" && demoSteps.every(({ id }) => id !== name));
  if (unknown.length > 0) {
    const known = demoSteps.map(({ id }) => id).join(", ");
    throw new StartFailure(
      `DEMO names no part of the demo with ${unknown.join(", ")}; known are none, ${known}.`,
    );
  }
  return demoSteps.filter(({ id }) => wanted.includes(id));
}

/**
 * Runs the steps that this data folder has not seen yet, and gives the lines to print: what there is now, when
 * something was missing, and at every start the number to follow. Throws a DemoFailure with one sentence.
 */
export async function seedDemo(
  place: DemoPlace,
  file: string,
  steps = demoSteps,
): Promise<readonly string[]> {
  try {
    const record = openRecord(file);
    const demo: Demo = { place, desk: openDesk(place), record };
    const missing = steps.filter(({ id }) => !record.isDone(id));
    for (const step of missing) {
      await step.run(demo);
      record.finish(step.id);
    }
    const there = missing.flatMap(({ gives }) => gives ?? []).join(", ");
    return [...(there === "" ? [] : [`demo data: ${there}`]), ...toFollow(demo)];
  } catch (error) {
    const reason = error instanceof DemoFailure ? error.message : String(error);
    throw new DemoFailure(`demo data: not complete, because ${reason}. The next start goes on with it.`, {
      cause: error,
    });
  }
}

function toFollow({ place, record }: Demo): readonly string[] {
  const receipt = record.receiptOf(requestToFollow);
  if (receipt === undefined) return [];
  const { reference, queryCode } = receipt;
  return [`  try: ${place.publicOrigin}/progress with number ${reference} and code ${queryCode}`];
}
