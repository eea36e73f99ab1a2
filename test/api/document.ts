/** Holds answers to the document: each route, status, code, header and body must be one that it names. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";

interface Named {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: string;
}
interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
}
export interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Named[];
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: {
    readonly content: {
      readonly "application/json": {
        readonly examples: Readonly<Record<string, { readonly value: Record<string, unknown> }>>;
      };
    };
  };
  readonly responses: Readonly<Record<string, Described>>;
}
export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export const operationsOf = (document: ApiDocument) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
export type Route = ReturnType<typeof operationsOf>[number];

export interface Judge {
  see(seen: Seen): void;
  /** `operationId status` of every answer so far. */
  readonly statuses: ReadonlySet<string>;
  /** `operationId code` of every problem so far. */
  readonly codes: ReadonlySet<string>;
}

export function judgeOf(document: ApiDocument): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "document", ...document } as object);
  const statuses = new Set<string>();
  const codes = new Set<string>();
  const routes = operationsOf(document);

  function check(route: Route, { status, headers, body }: Seen) {
    const { operationId } = route.operation;
    statuses.add(`${operationId} ${status}`);
    const described = route.operation.responses[String(status)];
    expect(described, `${operationId} may not answer ${status} ${JSON.stringify(body)}`).toBeDefined();
    const types = Object.keys(described?.content ?? {});
    const type = headers.get("content-type");
    expect(types.length === 0 ? [null] : types).toContain(type);
    for (const [name, { required }] of Object.entries(described?.headers ?? {}))
      if (required) expect(headers.get(name), name).not.toBeNull();
    if (type === null) return expect(body).toBeUndefined();
    const pointer = ["paths", route.path, route.method.toLowerCase(), "responses", status, "content", type];
    const reference = `document#/${[...pointer, "schema"].map(escapePart).join("/")}`;
    const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
    validate(body);
    expect(validate.errors ?? [], `${operationId} ${status}`).toEqual([]);
    if (status >= 400) codes.add(`${operationId} ${(body as { code: string }).code}`);
  }

  return {
    statuses,
    codes,
    see(seen) {
      const route = routeOf(routes, seen);
      if (route !== undefined) return check(route, seen);
      expect([401, 403, 404, 405, 500, 503], `${seen.method} ${seen.path}`).toContain(seen.status);
      expect(seen.headers.get("content-type")).toBe("application/problem+json");
    },
  };
}

const escapePart = (part: string | number) =>
  encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1"));

/** The concrete path comes before a template, as OpenAPI says. */
function routeOf(routes: readonly Route[], { method, path }: Seen): Route | undefined {
  const [bare = ""] = path.split("?");
  const matching = routes.filter(
    (route) =>
      route.method === method &&
      new RegExp(`^${route.path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  );
  return matching.sort((one, other) => one.path.split("{").length - other.path.split("{").length)[0];
}
