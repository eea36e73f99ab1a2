import { withQuery } from "./paths.ts";

/** What the office does with notices that could not be delivered; their page is in `paths.ts`. */
export const noticePaths = {
  act: (act: "again" | "give-up", unit?: string) => withQuery(`/office/notices/${act}`, { unit }),
};
