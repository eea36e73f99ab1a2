/** The proof that every request about one booking shows: its code and the last four digits of the telephone. */
import type { Context } from "hono";
import { addressOf } from "../kit/address.ts";
import type { Parameter } from "../kit/openapi.ts";
import { Problem } from "../kit/problem.ts";
import { readCode } from "./booking.code.ts";
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

export const codeParameter: Parameter = {
  in: "path",
  name: "code",
  description: "Code of the booking; spaces, hyphens and small letters are fine",
  schema: { type: "string" },
};

/** What was shown. A code that cannot be of ours was never given to anybody, so saying so reveals nothing. */
export function shownIn(context: Context): { readonly code: string; readonly phone4: string } {
  const phone4 = context.req.header("phone-last4") ?? "";
  if (!PHONE_SHAPE.test(phone4)) throw new Problem(400, "phone_required");
  const code = readCode(context.req.param("code") ?? "");
  if (code === undefined) throw bookingProblems.notFound();
  return { code, phone4 };
}

/** The booking, for whoever shows its telephone. */
export const proven = async (context: Context, proof: Pick<BookingProof, "prove">): Promise<Booking> =>
  proof.prove(shownIn(context), addressOf(context));

/** Where a try comes from, and what it answers to a challenge. */
export const tryOf = (context: Context) => ({
  address: addressOf(context),
  answer: context.req.header("proof-of-work"),
});
