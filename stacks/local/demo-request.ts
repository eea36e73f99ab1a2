import type { DemoFile } from "./demo-files.ts";

/** One act on a case. Who does it follows from the act: the clerk, handler or reviewer of the unit, or the applicant. */
export type Turn =
  | { readonly act: "confirm_receipt" | "approve" | "answer" | "withdraw" }
  /** `byScript`: a program of the office does it through the API. */
  | { readonly act: "assign"; readonly byScript?: true }
  | { readonly act: "return"; readonly reason: string }
  | { readonly act: "propose"; readonly outcome: string; readonly reply: string; readonly file?: DemoFile };

export interface DemoRequest {
  /** Never changes: a later start knows the request by it. */
  readonly key: string;
  /** As `POST /api/v1/disclosure-requests` takes it. */
  readonly application: Readonly<Record<string, string>> & { readonly unit: string };
  readonly file?: DemoFile;
  readonly turns: readonly Turn[];
}

/**
 * A person who asks. Nobody has these numbers: the division 659901 does not exist, and what comes after it is only as
 * the check digit of GB 11643 wants it.
 */
export const person = (name: string, identityNumber: string, phone: string) => ({
  applicantKind: "person",
  name,
  identityKind: "resident_id",
  identityNumber,
  phone,
  form: "electronic",
  route: "site",
});

export const toHandling: readonly Turn[] = [{ act: "confirm_receipt" }, { act: "assign" }];
export const toAnswer: readonly Turn[] = [{ act: "approve" }, { act: "answer" }];
