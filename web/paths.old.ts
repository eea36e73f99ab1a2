import { withQuery } from "./paths.ts";

const OLD = "/office/old-requests";

/** Every URL of registers of old requests; beside `paths`, because only their pages need them. */
export const oldPaths = {
  /** `upload`: where the bucket sends the browser after a register was posted. */
  imports: (upload?: string) => withQuery(OLD, { upload }),
  template: () => `${OLD}/template`,
  one: (id: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`${OLD}/${encodeURIComponent(id)}`, query),
  report: (id: string) => `${oldPaths.one(id)}/report`,
};
