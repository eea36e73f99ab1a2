/**
 * The one authorisation function. Every read path and every action asks it, and what it does not know is refused.
 * Roles and units are named permissions in a table; nothing else in the product decides who may see what.
 */
import type { Actor, Role } from "./identity.ts";
import { isStaff } from "./identity.ts";

/** What belongs to whom: a case belongs to a unit and to its applicant. */
export interface Subject {
  readonly unit?: string;
  readonly reference?: string;
}

interface Rule {
  /** Roles of an office that may. */
  readonly roles: readonly Role[];
  /** Roles that may in every unit, not only in their own. */
  readonly everywhere?: readonly Role[];
  /** The applicant of the case may. */
  readonly applicant?: true;
  /** Who was consulted on the case may. */
  readonly consulted?: true;
  /** The clock may. */
  readonly system?: true;
}

const everyone: readonly Role[] = ["clerk", "handler", "reviewer", "auditor", "admin"];
const working: readonly Role[] = ["clerk", "handler", "reviewer"];

export const permissions = {
  "queue.read": { roles: everyone, everywhere: ["auditor"] },
  "queue.search": { roles: everyone, everywhere: ["auditor"] },
  "case.read": { roles: everyone, everywhere: ["auditor"], applicant: true },
  /**
   * Identity numbers and contacts in clear: the people of the receiving unit who work on requests, as the form
   * promises the applicant. Everybody else, who watches over the office included, sees them masked.
   */
  "case.read_personal": { roles: working },
  "case.read_proposal": { roles: everyone, everywhere: ["auditor"] },
  "case.read_audit": { roles: ["auditor"], everywhere: ["auditor"] },
  /** What an applicant attaches is most often a copy of their ID, so it goes with the numbers that it shows. */
  "attachment.download": { roles: working },
  /** An auditor judges what the office answered, and these files are the answer; each download is on record. */
  "reply_file.download": { roles: working, everywhere: ["auditor"], applicant: true },
  "staff.list": { roles: everyone, everywhere: ["auditor"] },
  "case.attach": { roles: [], applicant: true },
  "case.confirm_receipt": { roles: ["clerk"] },
  "case.assign": { roles: ["clerk", "admin"] },
  "case.ask_correction": { roles: ["clerk", "handler"] },
  /** A corrected application that came on paper is entered by the clerk. */
  "case.correct": { roles: ["clerk"], applicant: true },
  "case.ask_extension": { roles: ["handler"] },
  /** The head of the disclosure unit (Art. 33(2)). */
  "case.extend": { roles: ["reviewer"] },
  "case.refuse_extension": { roles: ["reviewer"] },
  /** Silence has its legal effect by the clock alone. */
  "case.lapse": { roles: [], system: true },
  "case.consult": { roles: ["handler"] },
  "case.record_service": { roles: ["clerk", "handler"] },
  /** An opinion that came on paper is entered by the office. */
  "case.opine": { roles: ["clerk", "handler"], consulted: true },
  "case.read_consultation": { roles: working, consulted: true },
  "case.lapse_consultation": { roles: [], system: true },
  "case.notify_fee": { roles: ["handler"] },
  "case.record_payment": { roles: ["clerk"] },
  /** To charge or not is the agency's to determine, so its head waives or cancels what was told. */
  "case.waive_fee": { roles: ["reviewer"] },
  "case.ask_reasons": { roles: ["clerk", "handler"] },
  /** Reasons that came on paper are entered by the clerk. */
  "case.give_reasons": { roles: ["clerk"], applicant: true },
  /** The agency determines the longer period (Art. 35), so its head does. */
  "case.delay": { roles: ["reviewer"] },
  /** Requests on paper, by fax or by word of mouth, of the own unit. */
  "case.enter": { roles: ["clerk"] },
  /** A register from before this system, row by row. */
  "case.import": { roles: ["clerk", "admin"] },
  "case.add_scan": { roles: ["clerk"] },
  "case.transfer": { roles: ["clerk"] },
  "case.split": { roles: ["clerk"] },
  "case.propose": { roles: ["handler"] },
  "case.approve": { roles: ["reviewer"] },
  "case.return": { roles: ["reviewer"] },
  "case.answer": { roles: ["clerk", "handler"] },
  "case.archive": { roles: ["clerk"] },
  "case.withdraw": { roles: [], applicant: true },
  /** By when the unit answers a correction of records, for which no law gives a period. */
  "rectification.set_up": { roles: ["admin"] },
  /** Drafts, versions in review, and who wrote them; what is published anybody may read. */
  "guide.read_drafts": { roles: everyone, everywhere: ["auditor"] },
  "guide.write": { roles: ["clerk", "handler"] },
  "guide.approve": { roles: ["reviewer"] },
  "guide.pause": { roles: ["clerk", "reviewer"] },
  /** Answers for everybody before they are published; what is published anybody may read. */
  "published.read": { roles: everyone, everywhere: ["auditor"] },
  /** Whoever may see who asked can see to it that the text does not tell. */
  "published.write": { roles: ["clerk", "handler"] },
  "published.approve": { roles: ["reviewer"] },
  /** Art. 44(2): whoever was given something may suggest that everybody read it. */
  "published.suggest": { roles: [], applicant: true },
  /** Questions and suggestions: each person of the unit sees what was asked, and who works on it also by whom. */
  "advice.read": { roles: everyone, everywhere: ["auditor"], applicant: true },
  "advice.read_personal": { roles: working },
  "advice.accept": { roles: ["clerk", "handler"] },
  "advice.transfer": { roles: ["clerk", "handler"] },
  "advice.reply": { roles: ["clerk", "handler"] },
  "advice.propose_public": { roles: ["clerk", "handler"] },
  "advice.publish": { roles: ["reviewer"] },
  "advice.return_public": { roles: ["reviewer"] },
  "advice.unpublish": { roles: ["reviewer"] },
  "advice.rate": { roles: [], applicant: true },
  /** Policies, announcements and news before they are published; what is published anybody may read. */
  "gazette.read": { roles: everyone, everywhere: ["auditor"] },
  "gazette.write": { roles: ["clerk", "handler"] },
  "gazette.approve": { roles: ["reviewer"] },
  /** What a date brings about: a text becomes public, or is no longer. */
  "gazette.clock": { roles: [], system: true },
  /** Synonyms, stop phrases and pinned answers of the one search that all units share. */
  "words.write": { roles: ["clerk", "admin"] },
  /** What a date brings about: a version becomes the one that citizens read, or is over. */
  "guide.clock": { roles: [], system: true },
  /** Numbers without a person; the cases behind a number are shown to whoever may see the unit's queue. */
  "report.read": { roles: everyone, everywhere: ["auditor"] },
  "report.write": { roles: ["clerk", "admin"] },
  "report.freeze": { roles: ["admin"] },
  /** Letters name the applicant, so they are for the people who work on requests; whoever may see those may see these. */
  "letter.read": { roles: working },
  /** What was issued to oneself. */
  "letter.read_own": { roles: [], applicant: true },
  "letter.issue": { roles: ["clerk", "handler"] },
  /** All of a case in one file, to answer a review or a suit; each download is on record. */
  "evidence.download": { roles: working },
  /** What could not be delivered, with masked addresses. */
  "notice.read": { roles: everyone, everywhere: ["auditor"] },
  "notice.settle": { roles: ["clerk", "handler", "admin"] },
  "letter.read_templates": { roles: everyone },
  "letter.set_up": { roles: ["admin"] },
  /** The day of a hall: who is expected and who waits, with names masked. */
  "visit.read": { roles: everyone, everywhere: ["auditor"] },
  /** Checking in, giving numbers, calling: whoever works in the hall's unit; a counter sees the name of whom it serves. */
  "visit.work": { roles: ["clerk", "handler"] },
  /** A hall (大厅) as its unit runs it; what citizens may know of it the public pages say. */
  "hall.read": { roles: ["clerk", "handler", "admin"] },
  "hall.write": { roles: ["handler", "admin"] },
  /** People whose counter closes are called up and booked elsewhere, so their telephone is shown when it is asked for. */
  "hall.rebook": { roles: ["clerk", "handler"] },
  /** Keeping or lifting a ban (停约), whether or not its person appeals. */
  "hall.decide_ban": { roles: ["handler", "admin"] },
  /** A reception or an event on its day, and what is still open of it, with names masked. */
  "occasion.read": { roles: everyone, everywhere: ["auditor"] },
  /** Recording what a leader answered, and how many came: the hall's unit, which sees who was received. */
  "occasion.answer": { roles: working },
  /** What became of what was assigned: the unit that answers, or the one whose leader promised it. */
  "occasion.close": { roles: working },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

export type Denial = "role" | "unit" | "other_case";

/** Undefined when the actor may, otherwise why not. */
export function denial(actor: Actor, permission: Permission, subject: Subject): Denial | undefined {
  const rule: Rule = permissions[permission];
  if (actor.kind === "system") return rule.system ? undefined : "role";
  if (!isStaff(actor)) {
    if (!rule[actor.kind]) return "role";
    return actor.reference === subject.reference ? undefined : "other_case";
  }
  if (actor.roles.some((role) => rule.everywhere?.includes(role))) return undefined;
  if (!actor.roles.some((role) => rule.roles.includes(role))) return "role";
  return subject.unit !== undefined && subject.unit === actor.unit ? undefined : "unit";
}

export const may = (actor: Actor, permission: Permission, subject: Subject): boolean =>
  denial(actor, permission, subject) === undefined;
