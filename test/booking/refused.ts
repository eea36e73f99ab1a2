import type { Problem } from "../../functions/kit/problem.ts";

/** The problem that a piece of work ends with; a test fails when it ends well. */
export const refused = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => {
      throw new Error("this should have been refused");
    },
    (error: Problem) => error,
  );
