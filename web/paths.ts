import { isRectification, rectificationPaths } from "./paths.rectification.ts";
import { visitPaths } from "./paths.visit.ts";
import { withQuery } from "./query.ts";
import type { Language } from "./view.ts";

export { withQuery } from "./query.ts";

export interface ReportPlace {
  readonly year: number;
  readonly unit?: string | undefined;
}

export type LetterPlace = { readonly year: number; readonly serial: number };

/** Every URL of the counter but those of bookings. Pages and redirects call these; no other file writes a path. */
export const paths = {
  home: () => "/",
  guides: (search?: string) => withQuery("/guides", { q: search }),
  /** Results under filters; names are those of the search's facets, and `q` and `page`. */
  guidesBy: (query: Readonly<Record<string, string | undefined>>) => withQuery("/guides", query),
  /** `asked` stands in links of searches that are watched; the guide itself leads on to its plain address. */
  guide: (id: string, asked?: string) => withQuery(`/guides/${encodeURIComponent(id)}`, { q: asked }),
  guidePrint: (id: string) => `${paths.guide(id)}/print`,
  guideReport: (id: string) => `${paths.guide(id)}/report`,
  guideReported: (id: string) => `${paths.guide(id)}/reported`,
  /** 一件事: all guides of one life event. */
  lifeEvent: (name: string) => `/guides/events/${encodeURIComponent(name)}`,
  /** What each organ is charged with, and one of them, by its value of the search's facet. */
  guideUnits: () => "/guides/units",
  guideUnit: (unit: string) => `/guides/units/${encodeURIComponent(unit)}`,
  guidesOffline: () => "/guides/offline",
  guideSuggestions: () => "/api/v1/guides/suggestions",
  guideNames: () => "/api/v1/guides/names",
  /** At the root, because a worker reaches no further up than its own address. */
  worker: () => "/sw.js",
  bookings: () => "/bookings",
  ...visitPaths,
  ...rectificationPaths,
  /** The number alone may stand in an address, as in the QR of a receipt; a query code never. */
  progress: (number?: string) => withQuery("/progress", { number }),
  progressCase: (reference: string) =>
    isRectification(reference)
      ? rectificationPaths.rectificationCase(reference)
      : `/progress/${encodeURIComponent(reference)}`,
  progressFile: (reference: string, file: string) =>
    `${paths.progressCase(reference)}/files/${encodeURIComponent(file)}`,
  /** A part of a request that was split, or the request that a part came from. */
  progressPart: (reference: string, part: string) =>
    `${paths.progressCase(reference)}/parts/${encodeURIComponent(part)}`,
  progressSuggestion: (reference: string) => `${paths.progressCase(reference)}/suggestion`,
  progressWithdraw: (reference: string) => `${paths.progressCase(reference)}/withdraw`,
  /** Where the applicant answers what the unit has asked for. */
  progressCorrection: (reference: string) => `/respond/${encodeURIComponent(reference)}/correction`,
  /** Where the bucket sends the browser after a file of a correction was posted. */
  progressCorrectionFile: (reference: string, upload?: string) =>
    withQuery(`${paths.progressCorrection(reference)}/received`, { upload }),
  progressReasons: (reference: string) => `/respond/${encodeURIComponent(reference)}/reasons`,
  /** Where somebody consulted answers without an account; the token is what opens it. */
  consultation: (reference: string, id: string, token: string) =>
    `/consultations/${[reference, id, token].map(encodeURIComponent).join("/")}`,
  /** A letter as its applicant gets it. */
  progressLetter: (reference: string, { year, serial }: LetterPlace) =>
    `/letters/${encodeURIComponent(reference)}/${year}/${serial}`,
  progressLetterFile: (reference: string, number: LetterPlace) =>
    `${paths.progressLetter(reference, number)}/file`,
  disclosure: () => "/disclosure",
  /** One question of the disclosure application; `page` is a name of the form's page table. */
  disclosureApply: (page: string) => `/disclosure/apply/${encodeURIComponent(page)}`,
  /** One question, asked again from check-your-answers, where it leads back to. */
  disclosureChange: (page: string) => withQuery(paths.disclosureApply(page), { from: "check" }),
  /** Where the bucket sends the browser after a file was posted; the id is worth nothing without the draft. */
  disclosureUploaded: (upload?: string) =>
    withQuery(`${paths.disclosureApply("attachments")}/received`, { upload }),
  disclosureRemoveFile: () => `${paths.disclosureApply("attachments")}/remove`,
  /** The public calculator, for a day of receipt. */
  disclosureDueDates: (received?: string) => withQuery("/disclosure/due-dates", { received }),
  /** Answers that everybody may read. */
  publishedAnswers: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery("/answers", query),
  publishedAnswer: (id: string) => `/answers/${encodeURIComponent(id)}`,
  publishedFeed: () => "/answers/feed.atom",
  /** What is public already, shown before a request is handed in; nothing that was typed stands in an address. */
  disclosureBefore: () => "/disclosure/before",
  /** Opens what was shown, and counts that it was opened. */
  disclosureBeforeOpen: (kind: "answer" | "guide", id: string) =>
    `/disclosure/before/open/${kind}/${encodeURIComponent(id)}`,
  disclosureBeforeDone: () => "/disclosure/before/done",
  disclosureChannels: () => "/disclosure/before/channels",
  disclosureReceipt: () => "/disclosure/receipt",
  about: () => "/about",
  privacy: () => "/about/privacy",
  accessibility: () => "/about/accessibility",
  office: () => "/office",
  officeCase: (reference: string) =>
    isRectification(reference)
      ? rectificationPaths.officeRectification(reference)
      : `/office/cases/${encodeURIComponent(reference)}`,
  officeAction: (reference: string, action: string) => `${paths.officeCase(reference)}/actions/${action}`,
  /** What stands beside the main way of a case, one page for each act. */
  officeAct: (reference: string, action: string) => `/office/acts/${encodeURIComponent(reference)}/${action}`,
  /** Every request of the applicant of this case in the unit. */
  officeSameApplicant: (reference: string) => `/office/acts/${encodeURIComponent(reference)}/applicant`,
  /** Where the address for somebody consulted is shown, to be handed over. */
  officeConsultationLink: (reference: string, id: string) =>
    `/office/acts/${encodeURIComponent(reference)}/consultations/${encodeURIComponent(id)}`,
  officeCaseFile: (reference: string, file: string) =>
    `${paths.officeCase(reference)}/files/${encodeURIComponent(file)}`,
  officeProposal: (reference: string) => `${paths.officeCase(reference)}/proposal`,
  /** Where files of a reply are added; `upload` names the one that has just been posted. */
  officeProposalFiles: (reference: string, upload?: string) =>
    withQuery(`${paths.officeCase(reference)}/proposal/files`, { upload }),
  /** The letters of a case. */
  officeCaseLetters: (reference: string) => `/office/case-letters/${encodeURIComponent(reference)}`,
  officeNewLetter: (reference: string, kind: string) =>
    `${paths.officeCaseLetters(reference)}/new/${encodeURIComponent(kind)}`,
  officeLetter: (reference: string, number: LetterPlace) =>
    `${paths.officeCaseLetters(reference)}/${number.year}/${number.serial}`,
  officeLetterFile: (reference: string, number: LetterPlace) =>
    `${paths.officeLetter(reference, number)}/file`,
  officeLetterServe: (reference: string, number: LetterPlace) =>
    `${paths.officeLetter(reference, number)}/served`,
  officeEvidence: (reference: string) => `/office/evidence/${encodeURIComponent(reference)}`,
  /** The templates and settings of the own unit. */
  officeLetters: () => "/office/letters",
  officeLetterSettings: () => "/office/letters/settings",
  officeLetterPreview: (kind: string) => `/office/letters/${encodeURIComponent(kind)}/preview`,
  officeLetterTemplate: (kind: string) => `/office/letters/${encodeURIComponent(kind)}/template.docx`,
  officeLetterUpload: (kind: string, upload?: string) =>
    withQuery(`/office/letters/${encodeURIComponent(kind)}/upload`, { upload }),
  officeLetterReset: (kind: string) => `/office/letters/${encodeURIComponent(kind)}/reset`,
  /** Without a unit it is the whole government's. */
  officeReport: (scope?: ReportPlace) =>
    scope === undefined
      ? "/office/report"
      : withQuery(`/office/report/${scope.year}`, { unit: scope.unit ?? "whole" }),
  officeReportYear: (year: number) => `/office/report/${year}`,
  officeReportEdit: ({ year, unit = "whole" }: ReportPlace) =>
    withQuery(`/office/report/${year}/edit`, { unit }),
  officeReportFreeze: ({ year, unit = "whole" }: ReportPlace) =>
    withQuery(`/office/report/${year}/freeze`, { unit }),
  officeReportFile: ({ year, unit = "whole" }: ReportPlace, kind: "xlsx" | "docx") =>
    withQuery(`/office/report/${year}/report.${kind}`, { unit }),
  /** The cases behind one number of table 三. */
  officeReportCell: ({ year, unit = "whole" }: ReportPlace, cell: { row: number; column: string }) =>
    withQuery(`/office/report/${year}/cells/${cell.row}/${cell.column}`, { unit }),
  /** Where requests on paper or by word of mouth are entered. */
  officeIntake: () => "/office/intake",
  officeIntakeReceipt: (reference: string) => `/office/intake/${encodeURIComponent(reference)}`,
  officeIntakeScans: (reference: string, upload?: string) =>
    withQuery(`${paths.officeIntakeReceipt(reference)}/scans`, { upload }),
  officePublishedList: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery("/office/answers", query),
  officePublished: (id: string) => `/office/answers/items/${encodeURIComponent(id)}`,
  officePublishedAct: (id: string, act: string) => `${paths.officePublished(id)}/${act}`,
  /** Where the answer of a request is written for the public. */
  officePublishedOf: (reference: string) => `/office/answers/of/${encodeURIComponent(reference)}`,
  officeSearch: () => "/office/search",
  officeNotices: (unit?: string) => withQuery("/office/notices", { unit }),
  officeGuides: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery("/office/guides", query),
  officeGuideNew: () => "/office/guides/new",
  officeGuide: (id: string) => `/office/guides/items/${encodeURIComponent(id)}`,
  officeGuideAction: (id: string, action: string) => `${paths.officeGuide(id)}/actions/${action}`,
  /** One part of a guide, to be written. */
  officeGuideEdit: (id: string, section: string) => `${paths.officeGuide(id)}/edit/${section}`,
  officeGuideVersion: (id: string, n: number) => `${paths.officeGuide(id)}/versions/${n}`,
  officeGuideReports: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery("/office/guides/reports", query),
  officeGuideWords: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery("/office/guides/words", query),
  officeGuideWordsRebuild: () => `${paths.officeGuideWords()}/rebuild`,
  officeGuideReport: (guideId: string, report: string) =>
    `${paths.officeGuideReports()}/${encodeURIComponent(guideId)}/${encodeURIComponent(report)}`,
  officeSignIn: (returnTo?: string) => withQuery("/office/sign-in", { return: returnTo }),
  /** Where the issuer sends the browser back to. */
  officeSignedIn: () => "/office/signed-in",
  /** Where the bucket sends the browser after a file of guides was posted. */
  officeGuideImports: (upload?: string) => withQuery("/office/guides/import", { upload }),
  officeGuideTemplate: () => "/office/guides/import/template",
  officeGuideImport: (id: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/office/guides/import/${encodeURIComponent(id)}`, query),
  officeGuideImportReport: (id: string) => `${paths.officeGuideImport(id)}/report`,
  officeSignOut: () => "/office/sign-out",
  officeSignedOut: () => "/office/signed-out",
  asset: (
    assets: string,
    name: "app.css" | "visit.css" | "app.js" | "icon.svg" | "offline.js" | "sw.js" | "proof.js",
  ) => `${assets}/${name}`,
  /** A site of somebody else as a link; undefined for what is none, such as `javascript:`. */
  outside: (address: string | undefined) =>
    address !== undefined && /^https?:\/\/[^/]/i.test(address) && URL.canParse(address) ? address : undefined,
  /** A place in a map's search, whose address has `{address}` in it. */
  map: (search: string, address: string) => search.replace("{address}", () => encodeURIComponent(address)),
  phone: (number: string) => `tel:${number.replaceAll(/[^0-9+]/g, "")}`,
  /** The same page in another language. */
  inLanguage: (path: string, lang: Language) => withQuery(path, { lang }),
  /** The same page in the elder view or the standard view. */
  inView: (path: string, view: "elder" | "standard") => withQuery(path, { view }),
};
