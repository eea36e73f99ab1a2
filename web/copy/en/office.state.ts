import type { state as zh } from "../zh/office.state.ts";

/** Where a case stands, for the queue and for the case. */
export const state: typeof zh = {
  steps: { register: "Register", examine: "Examine", handle: "Handle", reply: "Reply", archive: "Archive" },
  states: {
    submitted: "Receipt to confirm",
    accepted: "To be assigned",
    correcting: "Waits for the applicant's correction",
    handling: "Being handled",
    awaiting_payment: "Waits for the applicant’s payment",
    proposed: "To be reviewed",
    approved: "To be answered",
    answered: "Answered, to be archived",
    lapsed: "No longer handled, to be archived",
    split: "Split",
    archived: "Archived",
    withdrawn: "Withdrawn by the applicant",
  },
};
