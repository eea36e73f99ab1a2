import { action } from "./office.action.ts";
import { aside } from "./office.aside.ts";
import { officeCase } from "./office.case.ts";
import { evidence } from "./office.evidence.ts";
import { intake } from "./office.intake.ts";
import { law } from "./office.law.ts";
import { letter } from "./office.letter.ts";
import { queue } from "./office.queue.ts";
import { release } from "./office.release.ts";
import { report } from "./office.report.ts";
import { review } from "./office.review.ts";
import { signIn } from "./office.sign-in.ts";

export const office = {
  action,
  aside,
  case: officeCase,
  evidence,
  intake,
  law,
  letter,
  publishedAnswers: { nav: "Published answers", fromCase: "Publish this answer" },
  queue,
  release,
  report,
  review,
  signIn,
};
