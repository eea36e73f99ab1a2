/** The body of the action that gives an answer. */
import * as v from "valibot";
import { deliveries } from "./disclosure.delivery.ts";
import { LINE_MAX_CHARACTERS } from "./disclosure.prose.ts";

export const answered = v.object(
  {
    on: v.pipe(
      v.string("day.invalid"),
      v.description(
        "The day of the answer, not before the receipt, not in the future: of posting, of signing; on this site today",
      ),
    ),
    delivery: v.optional(
      v.pipe(v.picklist(deliveries, "delivery.choose"), v.description("How it reaches the applicant")),
      "site",
    ),
    proof: v.optional(
      v.pipe(
        v.string("proof.required"),
        v.maxLength(LINE_MAX_CHARACTERS * 2, "proof.too_long"),
        v.description("By post: its number. In person: who has signed. Kept encrypted"),
      ),
    ),
  },
  "body.required",
);
