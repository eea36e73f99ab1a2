import { withQuery } from "./query.ts";

/** Who asks for the same, on the office's side. */
export const alikePaths = {
  list: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery("/office/alike", query),
  one: (id: string) => `/office/alike/groups/${encodeURIComponent(id)}`,
  act: (id: string, act: string) => `${alikePaths.one(id)}/${act}`,
};
