import type { DemoRequest } from "./demo-request.ts";
import { requestsOfGovernmentOffice } from "./demo-requests-zfb.ts";
import { requestsOfNaturalResources } from "./demo-requests-zrzy.ts";

/** The one that a newcomer is told the number of: it has an answer to read and a file to download. */
export const requestToFollow = "budget-detail";

/** As they come in on the day: what came first is furthest along. */
const order = [
  requestToFollow,
  "meeting-minutes",
  "homestead-file",
  "hospital-approval",
  "bus-subsidy",
  "road-contract",
  "farmland-subsidy",
  "land-acquisition",
  "demolition-compensation",
  "quarry-contract",
  "school-districts",
  "canteen-inspection",
  "lift-grant",
  "zoning-plan",
];

export const demoRequests: readonly DemoRequest[] = [
  ...requestsOfGovernmentOffice,
  ...requestsOfNaturalResources,
].sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key));
