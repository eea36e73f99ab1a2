import { withQuery } from "./query.ts";

type Kind = "policy" | "announcement" | "news";
type Query = Readonly<Record<string, string | undefined>>;

const columns = { policy: "/policies", announcement: "/announcements", news: "/news" } as const;
const DESK = "/office/gazette";
const part = encodeURIComponent;

/** Every URL of policies, announcements and news; beside `paths`, because only its pages and the home page need them. */
export const gazettePaths = {
  column: (kind: Kind, query: Query = {}) => withQuery(columns[kind], query),
  feed: (kind: Kind) => `${columns[kind]}/feed.atom`,
  item: (kind: Kind, id: string) => `${columns[kind]}/${part(id)}`,
  /** Leads to the file, which is downloaded. */
  file: (kind: Kind, id: string, file: string) => `${columns[kind]}/${part(id)}/files/${part(file)}`,
  desk: (query: Query = {}) => withQuery(DESK, query),
  begin: (kind?: Kind) => withQuery(`${DESK}/new`, { kind }),
  officeItem: (id: string) => `${DESK}/items/${part(id)}`,
  edit: (id: string) => `${gazettePaths.officeItem(id)}/edit`,
  /** Where a file is added; `upload` names what the bucket has got. */
  addFile: (id: string, upload?: string) => withQuery(`${gazettePaths.officeItem(id)}/files`, { upload }),
  officeFile: (id: string, file: string, n?: number) =>
    withQuery(`${gazettePaths.officeItem(id)}/files/${part(file)}`, { n: n?.toString() }),
  fileAct: (id: string, file: string, act: "remove" | "clean") =>
    `${gazettePaths.officeItem(id)}/files/${part(file)}/${act}`,
  act: (id: string, deed: string) => `${gazettePaths.officeItem(id)}/acts/${deed}`,
  version: (id: string, n: number) => `${gazettePaths.officeItem(id)}/versions/${n}`,
};
