/** The proof that every request about one booking shows: its code and the last four digits of the telephone. */
import type { Context } from "hono";
import { addressOf } from "../kit/address.ts";
import type { Parameter } from "../kit/openapi.ts";
import { Problem } from "../kit/problem.ts";
import type { Shown, ShownPhone } from "./booking.code.ts";
import { readCode, readShownPhone } from "./booking.code.ts";
import { bookingProblems } from "./booking.problem.ts";
import type { BookingProof } from "./booking.proof.service.ts";
import type { Booking } from "./booking.ts";

export const proofParameter: Parameter = {
  in: "header",
  name: "Proof-Of-Work",
  description:
    "After `proof_required`: the challenge with its solution (ALTCHA), as JSON in base 64, for this one try. Without a solution it is good once its Retry-After has passed, once a minute",
  schema: { type: "string", maxLength: 4000 },
};

const PHONE_SHAPE = /^\d{4}$/;

/** The other way to show the telephone, for whose last four digits others have used up the tries. */
export const phoneParameter: Parameter = {
  in: "header",
  name: "Phone",
  description:
    "The whole telephone instead of Phone-Last4. It is asked for by `too_many_tries` with `whole`: wrong guesses of others at the last four digits never shut out who knows all of it",
  schema: { type: "string", maxLength: 40 },
};

export const codeParameter: Parameter = {
  in: "path",
  name: "code",
  description: "Code of the booking; spaces, hyphens and small letters are fine",
  schema: { type: "string" },
};

/** What was shown. A code that cannot be of ours was never given to anybody, so saying so reveals nothing. */
export function shownIn(context: Context): Shown {
  const phone = phoneIn(context);
  if (phone === undefined) throw new Problem(400, "phone_required");
  const code = readCode(context.req.param("code") ?? "");
  if (code === undefined) throw bookingProblems.notFound();
  return { code, ...phone };
}

function phoneIn(context: Context): ShownPhone | undefined {
  const whole = context.req.header("phone");
  if (whole !== undefined) {
    const read = readShownPhone(whole);
    return read?.whole === undefined ? undefined : read;
  }
  const phone4 = context.req.header("phone-last4") ?? "";
  return PHONE_SHAPE.test(phone4) ? { phone4 } : undefined;
}

/** The booking, for whoever shows its telephone. */
export const proven = async (context: Context, proof: Pick<BookingProof, "prove">): Promise<Booking> =>
  proof.prove(shownIn(context), addressOf(context));

/** Where a try comes from, and what it answers to a challenge. */
export const tryOf = (context: Context) => ({
  address: addressOf(context),
  answer: context.req.header("proof-of-work"),
});
