/**
 * An API that describes itself: what a route takes and answers stands beside the route, and the document is made from
 * it. Only describing is done with hono-openapi; checking goes through `readJson`, because the validators that come
 * with it put what was submitted into their answers.
 */
import type { MiddlewareHandler } from "hono";
import type { DescribeRouteOptions, ResponsesWithResolver } from "hono-openapi";
import { describeRoute, resolver } from "hono-openapi";
import * as v from "valibot";
import type { ProblemCatalogue, ProblemFacts } from "./json.ts";

type JsonSchema = Readonly<Record<string, unknown>>;

/** One header, query or path parameter. */
export interface Parameter {
  readonly in: "header" | "query" | "path";
  readonly name: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly required?: boolean;
  readonly example?: string | number;
}

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface Answer {
  readonly description: string;
  /** Left out for an answer without a body. */
  readonly schema?: v.GenericSchema;
  /** The same in other media types, for who asks for them. */
  readonly also?: Readonly<Record<string, v.GenericSchema>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What one route takes and answers. `problems` are codes of the catalogue; their statuses follow from it. */
export interface Operation<Code extends string> {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Names of security schemes, one of which is enough; none for a route that is open to everybody. */
  readonly security: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly schema: v.GenericSchema; readonly examples: Readonly<Record<string, Example>> };
  readonly answers: Readonly<Partial<Record<200 | 201 | 304, Answer>>>;
  readonly problems: readonly Code[];
}

/** Gives a schema its name in the document, so that it stands there once. Must be the last word on the schema. */
export const named = <Schema extends v.GenericSchema>(name: string, schema: Schema) =>
  v.pipe(schema, v.metadata({ ref: name }));

/** Makes the describing middleware of a route; a code that the catalogue does not know is a type error. */
export function openDescriber<Catalogue extends ProblemCatalogue>(catalogue: Catalogue) {
  return (operation: Operation<Extract<keyof Catalogue, string>>): MiddlewareHandler =>
    describeRoute({
      operationId: operation.id,
      tags: [operation.tag],
      summary: operation.summary,
      ...(operation.description === undefined ? {} : { description: operation.description }),
      security: operation.security.map((name) => ({ [name]: [] })),
      parameters: (operation.parameters ?? []).map((each) => ({ required: each.in === "path", ...each })),
      ...bodyOf(operation.body),
      responses: { ...answersOf(operation.answers), ...problemsOf(operation.problems, catalogue) },
    } as DescribeRouteOptions);
}

function bodyOf(body: Operation<string>["body"]): Pick<DescribeRouteOptions, "requestBody"> {
  if (body === undefined) return {};
  const content = { "application/json": { schema: resolver(body.schema), examples: body.examples } };
  return { requestBody: { required: true, content } } as Pick<DescribeRouteOptions, "requestBody">;
}

function answersOf(answers: Operation<string>["answers"]): ResponsesWithResolver {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, also = {}, headers = {} }]) => [
      status,
      {
        description,
        ...(schema && { content: contentOf({ "application/json": schema, ...also }) }),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, words]) => [
            name,
            { description: words, schema: { type: "string" } },
          ]),
        ),
      },
    ]),
  );
}

const contentOf = (schemas: Readonly<Record<string, v.GenericSchema>>) =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema: resolver(schema) }]));

const headersOfStatus: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {
  401: {
    "WWW-Authenticate": { description: "RFC 6750", required: true, schema: { type: "string" } },
  },
  429: { "Retry-After": { description: "Seconds", required: true, schema: { type: "integer" } } },
  503: { "Retry-After": { description: "Seconds", required: true, schema: { type: "integer" } } },
};

/** One answer a status, which lists the codes that come with it. */
function problemsOf(codes: readonly string[], catalogue: ProblemCatalogue): ResponsesWithResolver {
  const byStatus = new Map<number, [string, ProblemFacts][]>();
  for (const code of new Set(codes)) {
    const facts = catalogue[code];
    if (facts === undefined) throw new Error("a problem without its words");
    byStatus.set(facts.status, [...(byStatus.get(facts.status) ?? []), [code, facts]]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, problems]) => [String(status), problemAnswer(status, problems)]),
  );
}

function problemAnswer(status: number, problems: readonly [string, ProblemFacts][]) {
  const members = Object.assign({}, ...problems.map(([, facts]) => facts.members ?? {}));
  const particular = {
    type: "object",
    properties: { status: { const: status }, code: { enum: problems.map(([code]) => code) }, ...members },
  };
  return {
    description: problems.map(([code, { en }]) => `\`${code}\`: ${en}`).join("\n\n"),
    headers: headersOfStatus[status] ?? {},
    content: {
      "application/problem+json": {
        schema: {
          allOf: [{ $ref: "#/components/schemas/Problem" }, particular],
          unevaluatedProperties: false,
        },
      },
    },
  } as ResponsesWithResolver[string];
}

const basis = {
  type: "string",
  description: "The provision of the law that refuses it, such as 33(2)",
} as const;

/** RFC 9457 with members of our own: `code`, `basis`, and `errors` for what is wrong with which field. */
export const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "Where the code is explained in words" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    basis,
    errors: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["field", "code"],
        properties: {
          field: { type: "string", description: "Path of the member, such as attachments.0.name" },
          code: { type: "string", description: "Such as identity.check_digit; never what was sent" },
          basis,
        },
      },
    },
  },
} as const;
