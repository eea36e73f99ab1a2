import { S3Error } from "./error.ts";
import { checkCredential, type Signer, sameText, sign } from "./signature.ts";

/** The fields of a POST form, by lower-cased name, with `${filename}` already replaced as S3 does before it checks. */
export type FormFields = ReadonlyMap<string, string>;

export interface SizeRange {
  readonly least: number;
  readonly most: number;
}

export interface PolicyContext {
  readonly signer: Signer;
  readonly bucket: string;
  readonly now: Date;
}

type Condition =
  | { readonly kind: "eq" | "starts-with"; readonly field: string; readonly value: string }
  | { readonly kind: "content-length-range"; readonly range: SizeRange };

/** S3 takes at most 5 GB in one request. */
const largestUpload = 5 * 1024 ** 3;

/**
 * Decides about a browser's upload as S3 does: the policy is signed by us (Signature Version 4), has not expired, each
 * condition holds and each field is named by one. Returns the sizes it allows, which only the bytes themselves can show.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function checkPolicy(fields: FormFields, context: PolicyContext): SizeRange {
  const encoded = fields.get("policy");
  if (encoded === undefined) throw new S3Error("AccessDenied");
  checkSignature(encoded, fields, context);
  const policy = parsePolicy(encoded);
  if (context.now.getTime() >= policy.expiration)
    throw new S3Error("AccessDenied", "Invalid according to Policy: Policy expired.");
  if ((fields.get("bucket") ?? context.bucket) !== context.bucket)
    throw new S3Error("AccessDenied", "Invalid according to Policy: the form names another bucket");
  const values = new Map([...fields, ["bucket", context.bucket]]);
  let range: SizeRange = { least: 0, most: largestUpload };
  for (const condition of policy.conditions) {
    if (condition.kind === "content-length-range") range = narrowed(range, condition.range);
    else checkCondition(condition, values.get(condition.field));
  }
  checkCovered(fields, policy.conditions);
  return range;
}

function checkSignature(encoded: string, fields: FormFields, { signer }: PolicyContext): void {
  const read = (name: string): string => {
    const value = fields.get(name);
    if (value !== undefined) return value;
    throw new S3Error("InvalidArgument", `Bucket POST must contain a field named '${name}'.`);
  };
  if (read("x-amz-algorithm") !== "AWS4-HMAC-SHA256")
    throw new S3Error("InvalidArgument", "X-Amz-Algorithm only supports AWS4-HMAC-SHA256");
  const scope = checkCredential(read("x-amz-credential"), signer, read("x-amz-date"));
  if (!sameText(sign(encoded, scope, signer), read("x-amz-signature")))
    throw new S3Error("SignatureDoesNotMatch");
}

interface Policy {
  readonly expiration: number;
  readonly conditions: readonly Condition[];
}

function parsePolicy(encoded: string): Policy {
  const document = parseJson(encoded);
  if (typeof document !== "object" || document === null) throw new S3Error("InvalidPolicyDocument");
  const { expiration, conditions } = document as { expiration?: unknown; conditions?: unknown };
  if (typeof expiration !== "string") throw invalid("Policy missing expiration.");
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(expiration)
    ? Date.parse(expiration)
    : Number.NaN;
  if (Number.isNaN(time)) throw invalid("Invalid 'expiration' value");
  if (!Array.isArray(conditions)) throw invalid("Policy missing conditions.");
  return { expiration: time, conditions: conditions.map(parseCondition) };
}

function parseJson(encoded: string): unknown {
  if (!/^[A-Za-z0-9+/\s]+={0,2}$/.test(encoded)) throw new S3Error("InvalidPolicyDocument");
  try {
    // S3 lets `$` be escaped, which JSON does not know.
    return JSON.parse(Buffer.from(encoded, "base64").toString("utf8").replaceAll("\\$", "$"));
  } catch {
    throw new S3Error("InvalidPolicyDocument");
  }
}

function parseCondition(condition: unknown): Condition {
  if (Array.isArray(condition)) return parseList(condition);
  const entries = typeof condition === "object" && condition !== null ? Object.entries(condition) : [];
  const [entry] = entries;
  if (entries.length !== 1 || !entry || typeof entry[1] !== "string")
    throw invalid("Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.");
  return { kind: "eq", field: entry[0].toLowerCase(), value: entry[1] };
}

function parseList(list: readonly unknown[]): Condition {
  const [operation, second, third] = list;
  const kind = typeof operation === "string" ? operation.toLowerCase() : "";
  if (list.length !== 3) throw invalid("Invalid Condition: a list has three parts.");
  if (kind === "content-length-range") {
    const [least, most] = [wholeNumber(second), wholeNumber(third)];
    return { kind, range: { least, most } };
  }
  if ((kind !== "eq" && kind !== "starts-with") || typeof second !== "string" || typeof third !== "string")
    throw invalid("Invalid Condition: unknown operation.");
  if (!second.startsWith("$")) throw invalid("Invalid Condition: the field must begin with '$'.");
  return { kind, field: second.slice(1).toLowerCase(), value: third };
}

function wholeNumber(value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 0)
    throw invalid("Invalid content-length-range.");
  return number;
}

function checkCondition(condition: Extract<Condition, { field: string }>, value: string | undefined): void {
  const { kind, field, value: wanted } = condition;
  // A comma-separated list of content types must start with the prefix in each of its parts.
  const parts =
    kind === "starts-with" && field === "content-type"
      ? value?.split(",").map((part) => part.trim())
      : undefined;
  const holds =
    kind === "eq" ? value === wanted : (parts ?? [value]).every((part) => part?.startsWith(wanted) === true);
  if (holds) return;
  const shown = JSON.stringify([kind, `$${field}`, wanted]);
  throw new S3Error("AccessDenied", `Invalid according to Policy: Policy Condition failed: ${shown}`);
}

const exempt = new Set(["x-amz-signature", "file", "policy"]);

function checkCovered(fields: FormFields, conditions: readonly Condition[]): void {
  const named = new Set(conditions.flatMap((condition) => ("field" in condition ? [condition.field] : [])));
  for (const name of fields.keys()) {
    if (exempt.has(name) || name.startsWith("x-ignore-") || named.has(name)) continue;
    throw new S3Error("AccessDenied", `Invalid according to Policy: Extra input fields: ${name}`);
  }
}

const narrowed = (a: SizeRange, b: SizeRange): SizeRange => ({
  least: Math.max(a.least, b.least),
  most: Math.min(a.most, b.most),
});

const invalid = (reason: string): S3Error =>
  new S3Error("InvalidPolicyDocument", `Invalid Policy: ${reason}`);
