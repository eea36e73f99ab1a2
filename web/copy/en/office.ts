import { action } from "./office.action.ts";
import { aside } from "./office.aside.ts";
import { officeCase } from "./office.case.ts";
import { law } from "./office.law.ts";
import { release } from "./office.release.ts";
import { review } from "./office.review.ts";

export const office = {
  action,
  aside,
  case: officeCase,
  law,
  release,
  review,
};
