/** Every problem that the API can answer: what `/api/v1/problems` explains. Plain data, so that no door need be opened. */
import { adviceProblems } from "./advice/advice.api.problems.ts";
import { alikeProblems } from "./alike/alike.api.problems.ts";
import { bookingProblemFacts } from "./booking/booking.api.problems.ts";
import { problems as disclosureProblems } from "./disclosure/disclosure.api.problems.ts";
import { gazetteProblems } from "./gazette/gazette.api.problems.ts";
import { guideProblems } from "./guide/guide.api.problems.ts";
import type { ProblemCatalogue } from "./kit/json.ts";
import { letterProblems } from "./letter/letter.api.problems.ts";
import { publishedOfficeProblems, publishedProblems } from "./published/published.api.problems.ts";
import { rectificationProblems } from "./rectification/rectification.api.problems.ts";
import { visitProblemFacts } from "./visit/visit.api.problems.ts";

export const problems = {
  ...disclosureProblems,
  ...bookingProblemFacts,
  ...gazetteProblems,
  ...guideProblems,
  ...publishedProblems,
  ...publishedOfficeProblems,
  ...letterProblems,
  ...alikeProblems,
  ...rectificationProblems,
  ...visitProblemFacts,
  ...adviceProblems,
} as const satisfies ProblemCatalogue;
