/** Asks a role what it may do, as IAM would answer: a deny wins, what no statement allows is refused. */
import { all, type Inputs, type Recorded, type Recording } from "./recording.ts";

export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Principal?: Readonly<Record<string, readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; a key that is not there is absent. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** A policy as text or as the document itself. */
export function parsePolicy(policy: unknown): readonly Statement[] {
  const document = typeof policy === "string" ? JSON.parse(policy) : policy;
  const { Statement: statements } = document as { Statement: Statement | Statement[] };
  return list(statements).map((statement) => ({
    ...statement,
    Action: list(statement.Action),
    Resource: list(statement.Resource),
  }));
}

export function statementsOf(role: Recorded): readonly Statement[] {
  const inline = (role.inputs.inlinePolicies ?? []) as readonly { policy: string }[];
  return inline.flatMap(({ policy }) => parsePolicy(policy));
}

/** The role of the function whose handler is `functions/<name>.handler`. */
export function roleOf(recording: Recording, name: string): Recorded {
  const handler = `functions/${name}.handler`;
  const lambda = all(recording, "Function").find(({ inputs }) => inputs.handler === handler);
  const arn = String(lambda?.inputs.role);
  const role = all(recording, "Role").find((candidate) => arn.endsWith(`:role/${candidate.name}`));
  if (role === undefined) throw new Error(`There is no role for ${handler}`);
  return role;
}

export function allows(statements: readonly Statement[], request: Request): boolean {
  const matching = statements.filter((statement) => matches(statement, request));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === "Allow");
}

function matches(statement: Statement, { action, resource, context = {} }: Request): boolean {
  return (
    statement.Action.some((pattern) => like(pattern, action)) &&
    statement.Resource.some((pattern) => like(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, list(wanted), context[key])),
    )
  );
}

/** Throws on an operator it does not know, so that a new condition is not taken for fulfilled. */
function holds(operator: string, wanted: readonly string[], given: readonly string[] | undefined): boolean {
  if (operator === "Null") return wanted.includes(String(given === undefined));
  if (operator === "ForAllValues:StringLike") {
    return (given ?? []).every((value) => wanted.some((pattern) => like(pattern, value)));
  }
  throw new Error(`The checker does not know the condition ${operator}`);
}

function like(pattern: string, value: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`).test(value);
}

export const tableArn = (recording: Recording): string => arnIn(recording, /:table\/\w+$/);
export const bucketArn = (recording: Recording): string =>
  arnIn(recording, /:s3:::.*filesbucket[^/]*\/incoming\/\*$/).replace(/\/incoming\/\*$/, "");

function arnIn(recording: Recording, shape: RegExp): string {
  const resources = statementsOf(roleOf(recording, "citizen")).flatMap(({ Resource }) => Resource);
  const found = resources.find((resource) => shape.test(resource));
  if (found === undefined) throw new Error(`No resource like ${shape}`);
  return found;
}

/** A request for items of one partition of the table, such as `("GetItem", "CASE#1")`. */
export const onItem = (recording: Recording, action: string, partitionKey: string): Request => ({
  action: `dynamodb:${action}`,
  resource: tableArn(recording),
  context: { "dynamodb:LeadingKeys": [partitionKey] },
});

export const inputsOf = (resource: Recorded, key: string): Inputs => (resource.inputs[key] ?? {}) as Inputs;
