import type { Expression, QueryRequest } from "./table.ts";

/**
 * The name and value maps of a request. Every attribute is aliased, because `status`, `name` and hundreds of
 * others are reserved words; a value that no expression mentions would be refused by DynamoDB, so there is none.
 */
export function named(expressions: readonly (Expression | undefined)[]): Record<string, unknown> {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const expression of expressions) {
    for (const [alias] of expression?.text.matchAll(/#[A-Za-z]\w*/g) ?? []) names[alias] = alias.slice(1);
    for (const [name, value] of Object.entries(expression?.values ?? {})) values[`:${name}`] = value;
  }
  return {
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

/** Joins the parts of a key so that no part can forge another: `#` and `%` inside a part are encoded. */
export const keyOf = (...parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[#%]/g, encodeURIComponent)).join("#");

/** A query as DynamoDB takes it. An index is never read consistently, because it cannot be. */
export const queryInput = (wanted: QueryRequest) => ({
  KeyConditionExpression: wanted.where.text,
  ...named([wanted.where]),
  ...(wanted.index === undefined ? {} : { IndexName: wanted.index }),
  ...(wanted.limit === undefined ? {} : { Limit: wanted.limit }),
  ...(wanted.after === undefined ? {} : { ExclusiveStartKey: wanted.after as Record<string, unknown> }),
  ScanIndexForward: !wanted.descending,
  ConsistentRead: wanted.index === undefined && (wanted.consistent ?? true),
});
