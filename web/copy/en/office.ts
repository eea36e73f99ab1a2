import { action } from "./office.action.ts";
import { officeCase } from "./office.case.ts";
import { queue } from "./office.queue.ts";
import { signIn } from "./office.sign-in.ts";

export const office = { action, case: officeCase, queue, signIn };
