/** The bodies of proposing and approving: what leaves, and the review of each item of it. */
import * as v from "valibot";
import { findingCodes } from "../release/release.ts";
import { outcomeCodes } from "./disclosure.outcome.ts";
import { MOST_REPLY_FILES } from "./disclosure.prepare.ts";
import {
  LETTER_MAX_CHARACTERS,
  POINTER_MAX_CHARACTERS,
  REASON_MAX_CHARACTERS,
  REPLY_MAX_CHARACTERS,
} from "./disclosure.prose.ts";

/** A text is cleaned and measured by the service; this only keeps out what is far too long to be looked at. */
export const prose = (field: string, most: number, description: string) =>
  v.pipe(
    v.string(`${field}.required`),
    v.maxLength(most * 2, `${field}.too_long`),
    v.description(`${description}; ${most} characters at most`),
  );

export const proposal = v.object(
  {
    outcome: v.picklist(outcomeCodes, "outcome.choose"),
    reply: prose("reply", REPLY_MAX_CHARACTERS, "What the applicant will read"),
    files: v.optional(
      v.pipe(
        v.array(v.pipe(v.string("files.invalid"), v.maxLength(200, "files.invalid")), "files.invalid"),
        v.maxLength(MOST_REPLY_FILES, "files.too_many"),
        v.description("Ids of uploads that were posted"),
      ),
      [],
    ),
    marks: v.pipe(
      v.array(v.pipe(v.string("marks.required"), v.maxLength(200, "marks.required")), "marks.required"),
      v.maxLength(MOST_REPLY_FILES + 2, "marks.required"),
      v.description(
        "The items that you have reviewed for secrets, one by one (保密法实施条例 42): `reply`, `objection` where there is one, and each file by the id of its upload",
      ),
    ),
    objection: v.optional(
      prose(
        "objection",
        LETTER_MAX_CHARACTERS,
        "Where a third party objects and the information is disclosed all the same (Art. 32): what and why",
      ),
    ),
    pointer: v.optional(
      prose(
        "pointer",
        POINTER_MAX_CHARACTERS,
        "With `not_held`, where it can be determined: the right agency and its contact (Art. 36(5))",
      ),
    ),
    earlier: v.optional(
      v.pipe(
        v.string("earlier.required"),
        v.maxLength(40, "earlier.required"),
        v.description("With `repeated` (Art. 36(6)): the case that answered the same applicant the same"),
      ),
    ),
  },
  "body.required",
);

export const approval = v.object(
  {
    marks: v.pipe(
      v.array(
        v.object({
          item: v.pipe(v.string("marks.required"), v.maxLength(40, "marks.required")),
          accepted: v.optional(
            v.array(
              v.object({
                code: v.picklist(findingCodes, "accept.required"),
                reason: prose("accept", REASON_MAX_CHARACTERS, "Why it may leave all the same"),
              }),
              "accept.required",
            ),
          ),
        }),
        "marks.required",
      ),
      v.maxLength(MOST_REPLY_FILES + 2, "marks.required"),
      v.description(
        "Your own review of each item that leaves: `reply`, `objection` where there is one, each file by its id; with every finding of `checks` that it leaves with, and why",
      ),
    ),
  },
  "body.required",
);
