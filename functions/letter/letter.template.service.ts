/** The office's own templates: uploaded, checked, kept by hash, shown with a sample; and its settings. */
import { createHash } from "node:crypto";
import type { Attachments, DataFiles, Offer, UploadError } from "../attachment/attachment.service.ts";
import type { AuditStore } from "../audit/audit.store.ts";
import { officeSubject } from "../audit/audit.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Permission } from "../identity/access.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { forbidden, invalid, notFound } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import { plainProse, proseErrors } from "../report/report.ts";
import type { TemplateProblem } from "./letter.check.ts";
import { checkTemplate } from "./letter.check.ts";
import type { LetterSettings, LetterUnit } from "./letter.data.ts";
import { letterData } from "./letter.data.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { letterOf } from "./letter.kind.ts";
import { merge } from "./letter.merge.ts";
import type { ReadBlock } from "./letter.reading.ts";
import { readLetter } from "./letter.reading.ts";
import { sampleFacts } from "./letter.sample.ts";
import type { LetterOffice, LetterTemplateStore } from "./letter.template.store.ts";
import { defaultTemplate } from "./letter.template.ts";

export interface TemplateOptions {
  readonly table: Table;
  readonly templates: LetterTemplateStore;
  readonly attachments: Pick<Attachments & DataFiles, "offer" | "accept" | "readData">;
  readonly audit: AuditStore;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly config: Pick<Config, "units" | "government">;
}

export type LetterTemplates = ReturnType<typeof openLetterTemplates>;

/** A template as bytes, with what a letter keeps of it. */
export interface CurrentTemplate {
  readonly bytes: Uint8Array;
  /** SHA-256, or `default`. */
  readonly mark: string;
}

export type Uploaded = { readonly problem: TemplateProblem | { readonly code: UploadError } } | undefined;

const LONGEST_SETTING = 300;

export function definitionOf(kind: string): LetterDefinition {
  const letter = letterOf(kind);
  if (letter === undefined) throw notFound("letter_not_found");
  return letter;
}

export function openLetterTemplates(options: TemplateOptions) {
  const { table, templates, attachments, audit, clock, calendar, config } = options;

  /** Raises 403, on record, for who may not. */
  async function demand(actor: Staff, permission: Permission, unit: string): Promise<void> {
    const reason = denial(actor, permission, { unit });
    if (reason === undefined) return;
    const about = { at: clock(), by: byOf(actor), action: permission, subject: officeSubject(unit) };
    await audit.record({ ...about, result: "refused", reason });
    throw forbidden(reason);
  }

  const done = (actor: Staff, unit: string) =>
    audit.write({
      at: clock(),
      by: byOf(actor),
      action: "letter.set_up",
      subject: officeSubject(unit),
      result: "done",
    });

  function unitOf(code: string): LetterUnit {
    const unit = config.units.find((each) => each.code === code);
    if (unit === undefined) throw notFound("letter_not_found");
    const { name, phone, address, hours } = unit;
    const government = config.government.zh;
    return { name: name.zh, government, phone, address: address.zh, hours: hours.zh };
  }

  async function current(
    unit: string,
    letter: LetterDefinition,
    office: LetterOffice,
  ): Promise<CurrentTemplate> {
    const own = office.templates.find(({ kind, isDefault }) => kind === letter.kind && !isDefault);
    if (own === undefined) return { bytes: await defaultTemplate(letter), mark: "default" };
    return { bytes: await templates.readTemplate(unit, own), mark: own.sha256 };
  }

  async function read(actor: Staff): Promise<LetterOffice> {
    await demand(actor, "letter.read_templates", actor.unit);
    return templates.readOffice(actor.unit);
  }

  /** The template as a file, to take over and change. */
  async function file(actor: Staff, kind: string): Promise<Uint8Array> {
    const office = await read(actor);
    return (await current(actor.unit, definitionOf(kind), office)).bytes;
  }

  const sampleOf = (unit: string, letter: LetterDefinition, settings: LetterSettings) =>
    letterData(sampleFacts(letter, { unit: unitOf(unit), settings, issuedOn: dayOf(clock()), calendar }));

  /** The letter as it would look, about a request that does not exist. */
  async function preview(actor: Staff, kind: string): Promise<readonly ReadBlock[]> {
    const letter = definitionOf(kind);
    const office = await read(actor);
    const { bytes } = await current(actor.unit, letter, office);
    return readLetter(await merge(bytes, sampleOf(actor.unit, letter, office.settings)));
  }

  const uploadOwner = (actor: Staff, kind: string) => `template ${actor.unit} ${kind} ${actor.id}`;

  async function offer(actor: Staff, kind: string, redirectTo: (id: string) => string): Promise<Offer> {
    await demand(actor, "letter.set_up", actor.unit);
    return attachments.offer(uploadOwner(actor, definitionOf(kind).kind), redirectTo);
  }

  /** Takes an uploaded file as the template of a letter; gives what is wrong with it, and then nothing has changed. */
  async function accept(actor: Staff, kind: string, uploadId: string): Promise<Uploaded> {
    await demand(actor, "letter.set_up", actor.unit);
    const letter = definitionOf(kind);
    const accepted = await attachments.accept(uploadOwner(actor, kind), uploadId);
    if (!accepted.ok) return { problem: { code: accepted.code } };
    if (accepted.file.kind !== "docx") return { problem: { code: "file_type" } };
    const bytes = await attachments.readData(accepted.file);
    const office = await templates.readOffice(actor.unit);
    const problem = await checkTemplate(bytes, letter, sampleOf(actor.unit, letter, office.settings));
    if (problem !== undefined) return { problem };
    await keep(actor, letter, { bytes, office });
    return undefined;
  }

  async function keep(
    actor: Staff,
    { kind }: LetterDefinition,
    { bytes, office }: { bytes: Uint8Array | undefined; office: LetterOffice },
  ): Promise<void> {
    const { unit } = actor;
    const before = office.templates.find((each) => each.kind === kind);
    const sha256 = bytes === undefined ? "" : createHash("sha256").update(bytes).digest("hex");
    if (bytes !== undefined && before?.sha256 === sha256 && !before.isDefault) return;
    if (bytes !== undefined) await templates.putTemplate(unit, { kind, sha256 }, bytes);
    const write = templates.templateWrite(unit, {
      kind,
      sha256,
      sizeBytes: bytes?.length ?? 0,
      at: clock(),
      byName: actor.name,
      version: (before?.version ?? 0) + 1,
      isDefault: bytes === undefined,
    });
    await table.commit([write, done(actor, unit)]);
  }

  /** Back to the default wording. */
  async function reset(actor: Staff, kind: string): Promise<void> {
    await demand(actor, "letter.set_up", actor.unit);
    const letter = definitionOf(kind);
    const office = await templates.readOffice(actor.unit);
    if (office.templates.some((each) => each.kind === kind && !each.isDefault))
      await keep(actor, letter, { bytes: undefined, office });
  }

  /** Throws 422 by field, 409 `letter_office_changed` when somebody else saved meanwhile. */
  async function saveSettings(actor: Staff, typed: LetterSettings, version: number): Promise<void> {
    await demand(actor, "letter.set_up", actor.unit);
    const settings = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [name, plainProse(value)]),
    ) as unknown as LetterSettings;
    const errors = settingsErrors(settings);
    if (errors.length > 0) throw invalid(errors);
    await table.commit([templates.settingsWrite(actor.unit, settings, version), done(actor, actor.unit)]);
  }

  return { demand, unitOf, current, read, file, preview, offer, accept, reset, saveSettings };
}

const settingsErrors = (settings: LetterSettings): FieldErrors =>
  Object.entries(settings).flatMap(([field, value]) =>
    value.includes("\n") ? [{ field, code: "prose.characters" }] : proseErrors(field, value, LONGEST_SETTING),
  );
