import { withQuery } from "./query.ts";

/** Addresses of corrections of records about oneself. */
export const rectificationPaths = {
  rectification: () => "/rectification",
  rectificationApply: (page: string) => `/rectification/apply/${encodeURIComponent(page)}`,
  rectificationChange: (page: string) =>
    withQuery(rectificationPaths.rectificationApply(page), { from: "check" }),
  /** Where the bucket sends the browser after a file was posted; the id is worth nothing without the draft. */
  rectificationUploaded: (upload?: string) =>
    withQuery(`${rectificationPaths.rectificationApply("evidence")}/received`, { upload }),
  rectificationRemoveFile: () => `${rectificationPaths.rectificationApply("evidence")}/remove`,
  rectificationReceipt: () => "/rectification/receipt",
  rectificationCase: (reference: string) => `/rectification/cases/${encodeURIComponent(reference)}`,
  rectificationWithdraw: (reference: string) => `${rectificationPaths.rectificationCase(reference)}/withdraw`,
  officeRectification: (reference: string) => `/office/rectifications/cases/${encodeURIComponent(reference)}`,
  officeRectificationAct: (reference: string, act: string) =>
    `${rectificationPaths.officeRectification(reference)}/acts/${encodeURIComponent(act)}`,
  officeRectificationFile: (reference: string, file: string) =>
    `${rectificationPaths.officeRectification(reference)}/files/${encodeURIComponent(file)}`,
  officeRectificationReceipt: (reference: string) =>
    `${rectificationPaths.officeRectification(reference)}/receipt`,
  officeRectificationScans: (reference: string, upload?: string) =>
    withQuery(`${rectificationPaths.officeRectification(reference)}/scans`, { upload }),
  /** Where those on paper or by word of mouth are entered. */
  officeRectificationEntry: () => "/office/rectifications/new",
  /** By when the unit answers them; its own setting. */
  officeRectificationPeriod: () => "/office/rectifications/period",
};

/** The kind in a number says whose pages it has; every other file asks for a case alone. */
export const isRectification = (reference: string): boolean => reference.charAt(6) === "R";
