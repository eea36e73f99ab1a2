/** What every act of an office through the API has in common, whatever kind of case it is done to. */
import type { Context } from "hono";
import type { ApiEnv } from "../identity/identity.api.ts";
import { Problem } from "../kit/problem.ts";
import {
  commandKey,
  commandKeyParameter,
  expectedVersion,
  referenceOf,
  referenceParameter,
  versionParameter,
} from "./disclosure.api.headers.ts";
import { always, ofBody, ofOffice } from "./disclosure.api.problems.ts";

export const actParameters = [referenceParameter, commandKeyParameter, versionParameter];

/** What an act can be refused for, besides what is its own. */
export const ofAct = (hasBody: boolean) =>
  [
    ...always,
    ...ofOffice,
    ...(["role", "unit", "case_not_found", "out_of_turn", "case_changed"] as const),
    ...(["idempotency_key_invalid", "if_match_invalid"] as const),
    ...(hasBody ? ([...ofBody, "token_reused"] as const) : (["too_large"] as const)),
  ] as const;

export function commandOf<Action extends string>(context: Context<ApiEnv>, action: Action) {
  const actor = context.get("staff");
  const key = commandKey(context);
  return {
    reference: referenceOf(context),
    action,
    actor,
    // Bound to the person and the action, so that nobody's key can stand for what somebody else did.
    commandId: key === undefined ? undefined : JSON.stringify([actor.id, action, key]),
    expectedVersion: expectedVersion(context),
  };
}

/**
 * What the body says the act is about. When the body is wrong, who may not act is refused all the same: `tryWithout`
 * runs the command without data, which the service refuses for the person, for the turn, or at last for the data.
 */
export async function bodyOr<Data>(
  read: () => Promise<Data>,
  tryWithout: () => Promise<unknown>,
): Promise<Data> {
  try {
    return await read();
  } catch (wrong) {
    if (!(wrong instanceof Problem)) throw wrong;
    try {
      await tryWithout();
    } catch (refusal) {
      throw refusal instanceof Problem && refusal.status !== 422 ? refusal : wrong;
    }
    throw wrong;
  }
}

/** The case after an act. What is handed to another unit is the first one's to see for the last time. */
export async function viewAfter<
  View extends { readonly head: Head; readonly actions: readonly unknown[] },
  Head,
>(
  action: string,
  { act, read }: { readonly act: () => Promise<Head>; readonly read: () => Promise<View> },
): Promise<View> {
  if (action !== "transfer") {
    await act();
    return read();
  }
  const last = await read().catch(() => undefined);
  const head = await act();
  return last === undefined ? read() : { ...last, head, actions: [] };
}
