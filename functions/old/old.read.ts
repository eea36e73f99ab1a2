/** From the fields of a row to a request, or to the reason why the row is none. Pure. */
import type { Day } from "../calendar/calendar.ts";
import { readName } from "../disclosure/disclosure.applicant.ts";
import { readEmail, readPhone, readPostcode } from "../disclosure/disclosure.contact.ts";
import { EARLIEST_RECEIPT } from "../disclosure/disclosure.due.ts";
import { readIdentityNumber } from "../disclosure/disclosure.identity.ts";
import type { OutcomeCode } from "../disclosure/disclosure.outcome.ts";
import { lengthOf, type Read, textLimits } from "../disclosure/disclosure.text.ts";
import type { CellMark, Fields } from "../sheet/sheet.ts";
import { readDayText } from "./old.day.ts";
import type { Heading } from "./old.heading.ts";
import { isOpenWord, readOutcome } from "./old.outcome.ts";
import { type OldFields, openOldRow } from "./old.row.ts";
import type { OldRequest, RejectReason, Repair } from "./old.ts";
import { readChannel, readDelivery, readKind } from "./old.word.ts";

export type ReadOld =
  | { readonly old: OldRequest; readonly repairs: readonly Repair[]; readonly unread: readonly string[] }
  | { readonly reason: RejectReason; readonly field?: Heading; readonly number?: string };

export interface ReadContext {
  readonly today: Day;
  /** How a spreadsheet counts its days. */
  readonly from1904: boolean;
}

class Rejected extends Error {
  readonly reason: RejectReason;
  readonly field: Heading | undefined;
  constructor(reason: RejectReason, field?: Heading) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

const LONGEST_NUMBER = 60;
const LONGEST_REPLY = 8_000;
/** So much of a description stands for a title that the register does not have. */
const TITLE_FROM_DESCRIPTION = 60;

/** Reads one row. Never throws: what is wrong with a row is an answer. */
export function readOldFields(fields: Fields, marks: readonly CellMark[], context: ReadContext): ReadOld {
  const row = openOldRow(fields, marks);
  let number: string | undefined;
  try {
    if (row.isGarbled) throw new Rejected("encoding");
    number = numberIn(row);
    const old = { number, ...applicantIn(row, context), ...matterIn(row), ...courseIn(row, context) };
    return { old: { ...old, ...contactsIn(row) }, repairs: row.repairs, unread: row.unread() };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const { reason, field } = error;
    return {
      reason,
      ...(field === undefined ? {} : { field }),
      ...(number === undefined ? {} : { number }),
    };
  }
}

function numberIn(row: OldFields): string {
  const number = row.line("number");
  if (number === "") throw new Rejected("number_missing");
  if (lengthOf(number) > LONGEST_NUMBER || row.isMarked("number", "digits_lost"))
    throw new Rejected("number_unreadable");
  return number;
}

const optional = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined || value === "" ? {} : { [name]: value }) as { readonly [Key in Name]?: string };

function applicantIn(row: OldFields, { today }: ReadContext) {
  const organisation = row.line("organisation");
  const person = row.line("name");
  const written = organisation === "" ? person : organisation;
  if (written === "") throw new Rejected("name_missing");
  const name = readName(written, "name");
  if (!name.ok) throw new Rejected("name_unreadable");
  const found = readKind(row.line("applicantKind"), name.value);
  if (found === "missing") throw new Rejected("kind_missing");
  if (found === "unknown") throw new Rejected("kind_unknown", "applicantKind");
  if (found.fromName) row.repaired("applicantKind", "kind_from_name");
  const contact = row.line("contactName") || (organisation === "" ? "" : person);
  return {
    applicantKind: found.kind,
    name: name.value,
    ...(found.kind === "person" ? {} : optional("contactName", contact)),
    ...identityIn(row, found.kind === "person", today),
  };
}

/** A number that is none, or lost its last digits in a spreadsheet, finds nobody again: it is left out. */
function identityIn(
  row: OldFields,
  isPerson: boolean,
  today: Day,
): Pick<OldRequest, "identityKind" | "identityNumber"> {
  const written = row.line("identityNumber");
  if (written === "") return {};
  for (const kind of [isPerson ? "resident_id" : "credit_code", "other"] as const) {
    const read = readIdentityNumber(written, kind, today);
    if (read.ok && !row.isMarked("identityNumber", "digits_lost"))
      return { identityKind: kind, identityNumber: read.value };
  }
  row.repaired("identityNumber", "identity_left_out");
  return {};
}

function matterIn(row: OldFields) {
  const [title, description] = [row.line("title"), row.text("description")];
  if (title === "" && description === "") throw new Rejected("title_missing");
  const documentNumber = row.line("documentNumber");
  const limits = { title: textLimits.title, documentNumber: textLimits.document_number };
  if (lengthOf(title) > limits.title) throw new Rejected("text_too_long", "title");
  if (lengthOf(documentNumber) > limits.documentNumber) throw new Rejected("text_too_long", "documentNumber");
  if (lengthOf(description) > textLimits.description) throw new Rejected("text_too_long", "description");
  if (title === "") row.repaired("title", "title_from_description");
  if (description === "") row.repaired("description", "description_from_title");
  return {
    title: title || beginningOf(description),
    description: description || title,
    ...optional("documentNumber", documentNumber),
  };
}

function beginningOf(description: string): string {
  const characters = [...description.replace(/\s+/g, " ")];
  const cut = characters.slice(0, TITLE_FROM_DESCRIPTION).join("");
  return characters.length > TITLE_FROM_DESCRIPTION ? `${cut}…` : cut;
}

/** When it came, how it ended and when; only what is over can be taken in as it was. */
function courseIn(row: OldFields, context: ReadContext) {
  const receivedOn = dayIn(row, "receivedOn", "received", context);
  if (receivedOn < EARLIEST_RECEIPT) throw new Rejected("received_too_early", "receivedOn");
  if (receivedOn > context.today) throw new Rejected("received_future", "receivedOn");
  const outcome = outcomeIn(row);
  const answeredOn = dayIn(row, "answeredOn", "answered", context);
  if (answeredOn < receivedOn) throw new Rejected("answered_before_received", "answeredOn");
  if (answeredOn > context.today) throw new Rejected("answered_future", "answeredOn");
  const reply = row.text("reply");
  if (lengthOf(reply) > LONGEST_REPLY) throw new Rejected("text_too_long", "reply");
  return { receivedOn, outcome, answeredOn, reply, ...waysIn(row) };
}

function dayIn(
  row: OldFields,
  field: "receivedOn" | "answeredOn",
  name: "received" | "answered",
  { from1904 }: ReadContext,
): Day {
  const written = row.line(field);
  if (written === "") throw new Rejected(`${name}_missing`, field);
  const read = readDayText(written, from1904);
  if ("problem" in read) throw new Rejected(`${name}_${read.problem}`, field);
  if (read.repair !== undefined) row.repaired(field, read.repair);
  return read.day;
}

function outcomeIn(row: OldFields): OutcomeCode {
  const written = row.line("outcome");
  if (isOpenWord(row.line("state"))) throw new Rejected("still_open", "state");
  if (written === "") throw new Rejected(row.line("answeredOn") === "" ? "still_open" : "outcome_missing");
  const outcome = readOutcome(written);
  if (outcome === "open") throw new Rejected("still_open", "outcome");
  if (outcome === "ambiguous") throw new Rejected("outcome_ambiguous", "outcome");
  if (outcome === undefined) throw new Rejected("outcome_unknown", "outcome");
  return outcome;
}

function waysIn(row: OldFields): Pick<OldRequest, "channel" | "delivery"> {
  const channel = readChannel(row.line("channel"));
  const delivery = readDelivery(row.line("delivery"));
  if (channel === undefined && row.line("channel") !== "") row.repaired("channel", "channel_unknown");
  if (delivery === undefined && row.line("delivery") !== "") row.repaired("delivery", "delivery_unknown");
  return { ...(channel === undefined ? {} : { channel }), ...(delivery === undefined ? {} : { delivery }) };
}

/** A contact that cannot be read is of no use any more, and keeps nobody's request out. */
function contactsIn(row: OldFields) {
  const read = (field: "phone" | "email" | "postcode", found: Read<string>): string => {
    if (!found.ok) row.repaired(field, "contact_left_out");
    return found.ok ? found.value : "";
  };
  const address = row.line("address");
  const isLong = lengthOf(address) > textLimits.address;
  if (isLong) row.repaired("address", "contact_left_out");
  return {
    ...optional("phone", read("phone", readPhone(row.line("phone"), true))),
    ...optional("email", read("email", readEmail(row.line("email"), true))),
    ...optional("postcode", read("postcode", readPostcode(row.line("postcode"), true))),
    ...optional("address", isLong ? "" : address),
  };
}
