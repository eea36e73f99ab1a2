/** Both apps as deployed, on real stores with a clock that stands still, and people in front of them. */
import { createHash } from "node:crypto";
import { citizenApp } from "../../functions/app.citizen.ts";
import { officeApp } from "../../functions/app.office.ts";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import { headKey } from "../../functions/case/case.store.ts";
import { openDrafts } from "../../functions/disclosure/disclosure.draft.service.ts";
import { openDraftStore } from "../../functions/disclosure/disclosure.draft.store.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Oidc } from "../../functions/identity/identity.oidc.ts";
import { openIdentity } from "../../functions/identity/identity.service.ts";
import { openSessionStore } from "../../functions/identity/identity.session.store.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { Bucket } from "../../functions/kit/bucket.ts";
import type { Config } from "../../functions/kit/config.ts";
import { randomId, systemRandom } from "../../functions/kit/id.ts";
import type { Log } from "../../functions/kit/log.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import { openProposals } from "../../functions/office/proposal.service.ts";
import { openProposalStore } from "../../functions/office/proposal.store.ts";
import { openProgressService } from "../../functions/progress/progress.service.ts";
import { openProgressStore } from "../../functions/progress/progress.store.ts";
import { alikeOf } from "../../functions/wiring.alike.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { gazetteOfficeOf } from "../../functions/wiring.gazette.ts";
import { guideOfficeOf, guideReportsOf, guidesOf } from "../../functions/wiring.guide.ts";
import { hallOfficeOf } from "../../functions/wiring.hall.ts";
import { applicantLettersOf } from "../../functions/wiring.letter.ts";
import { noticeOfficeOf } from "../../functions/wiring.notice.ts";
import { occasionOfficeOf, occasionPagesOf } from "../../functions/wiring.occasion.ts";
import { oldRequestsOf } from "../../functions/wiring.old.ts";
import { appealsOf } from "../../functions/wiring.record.ts";
import { rectificationPagesOf } from "../../functions/wiring.rectification.ts";
import { releaseOf } from "../../functions/wiring.release.ts";
import { countsOf, evidenceOf, lettersOf, reportsOf } from "../../functions/wiring.report.ts";
import { searchLogOf, wordingOf } from "../../functions/wiring.search.ts";
import { visitOf } from "../../functions/wiring.visit.ts";
import { bookingPagesOf } from "../../functions/wiring.visitor.ts";
import { adviceFor } from "./advice.ts";
import { Browser } from "./browser.ts";
import { disclosureOn } from "./disclosure.ts";
import type { Engine } from "./engine.ts";
import { gazetteFor } from "./gazette.ts";
import { guidesFor } from "./guides.ts";
import { openSites } from "./outbound.ts";
import { publishedFor } from "./published.ts";

export const ORIGIN = "https://banshi.example";

const hours = { zh: "工作日", en: "Working days" };
const unit = (code: string, zh: string, en: string) => ({
  code,
  name: { zh, en },
  phone: "0999-5550101",
  address: { zh: "人民路 1 号", en: "1 Renmin Road" },
  hours,
});
export const config = {
  publicOrigin: ORIGIN,
  government: { zh: "示范县人民政府", en: "Shifan County" },
  assetsPath: "/assets/test",
  units: [unit("zfb", "县政府办公室", "County Office"), unit("zrzy", "自然资源局", "Natural Resources")],
} as unknown as Config;

/** An issuer that signs in whoever the test says; what is checked of a real one is tested with `identity`. */
export interface EasyIssuer extends Oidc {
  person: Record<string, unknown>;
}
const easyIssuer = (): EasyIssuer => ({
  person: {},
  newHandshake: () => ({ state: "state", nonce: "nonce", verifier: "verifier" }),
  authorizationUrl: async () => "https://issuer.example/authorize",
  endSessionUrl: async () => undefined,
  async claims() {
    return this.person;
  },
});

export interface LogLine {
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A log that keeps what it is told. */
function keptLog(lines: LogLine[]): Log {
  const write = (message: string, facts: Record<string, unknown> = {}) => void lines.push({ message, facts });
  return { info: write, warn: write, error: write };
}

export type Apps = ReturnType<typeof openApps>;

export function openApps({ table }: Pick<Engine, "table">, bucket: Bucket) {
  const random = systemRandom;
  const staff = openStaffStore(table);
  const { disclosure, clock, vault, audit, options } = disclosureOn(table, { findStaff: staff.find });
  const sessions = openSessionStore(table, vault);
  const lines: LogLine[] = [];
  const issuer = easyIssuer();
  const attachments = openAttachments({ bucket, vault, random });
  const shared = {
    config,
    log: keptLog(lines),
    origins: { public: ORIGIN, forms: ["https://issuer.example"], uploads: ["https://bucket.example"] },
    disclosure,
    attachments,
    calendar: options.calendar,
    clock: clock.now,
    random,
  };
  const guide = guidesFor({ table, audit, vault, clock: clock.now, config });
  const release = releaseOf({ ...shared, table });
  const answers = publishedFor({
    ...{ ...shared, table, audit, vault, guideSearch: guide.services.search },
    release: async () => release,
  });
  const questions = adviceFor({ ...shared, table, audit, vault });
  const gazette = gazetteFor({ ...shared, table, audit, guides: guide.guides });
  const booking = bookingOf({ ...shared, table, vault });
  const visits = visitOf({ ...shared, table, vault, audit });
  const appeals = appealsOf({ ...shared, table, vault });
  const rectificationPages = rectificationPagesOf({ parts: partsOf(options), disclosure, attachments });
  const alike = alikeOf({ parts: partsOf(options) });
  const citizen = citizenApp({
    ...shared,
    publishedPages: async () => answers.pages,
    gazettePages: async () => gazette.pages,
    before: async () => answers.before,
    advicePages: async () => questions.pages,
    visits: async () => visits,
    guidePages: async () => guide.services,
    appeals: async () => appeals,
    occasionPages: async () => occasionPagesOf({ ...shared, table, vault }),
    rectificationPages: async () => rectificationPages,
    alike: async () => alike,
    applicantLetters: async () => applicantLettersOf({ table, bucket, audit, clock: clock.now }),
    bookingPages: async () =>
      bookingPagesOf({ ...shared, table, vault, guidePages: async () => guide.services }),
    drafts: openDrafts({
      ...shared,
      store: openDraftStore(table, vault),
      units: config.units.map((one) => one.code),
    }),
    progress: openProgressService({
      ...shared,
      vault,
      store: openProgressStore({ table, vault, headKey }),
      heads: partsOf(options).cases,
    }),
  });
  const claims = { roles: "roles", unit: "unit" };
  const identity = openIdentity({ ...shared, table, sessions, staff, audit, oidc: issuer, vault, claims });
  const store = openProposalStore(table, vault);
  const reports = reportsOf({ parts: partsOf(options), config });
  const ground = { ...shared, table, vault, audit, identity, staff, bucket, outbound: openSites() };
  const letters = lettersOf({ ...shared, bucket, parts: partsOf(options) });
  const halls = hallOfficeOf({ ...ground, calendar: options.calendar });
  const occasions = occasionOfficeOf({ ...ground, calendar: options.calendar });
  const office = officeApp({
    ...shared,
    identity,
    proposals: openProposals({ ...shared, store, release: async () => release }),
    reports: async () => reports,
    guideOffice: async () => guideOfficeOf(ground),
    oldRequests: async () => oldRequestsOf({ ...shared, parts: partsOf(options) }),
    letters: async () => letters,
    missingLetter: letters.letters.missing,
    alike: async () => alike,
    noticeOffice: async () => noticeOfficeOf({ table, vault, audit, clock: clock.now }),
    publishedOffice: async () => answers.office,
    adviceOffice: async () => questions.advice,
    gazetteOffice: async () => gazetteOfficeOf(ground),
    visits: async () => visits,
    rectifications: async () => rectificationPages.rectifications,
    evidence: async () => evidenceOf({ ...shared, bucket, parts: partsOf(options) }),
    hallOffice: async () => halls,
    occasionOffice: async () => occasions,
  });

  /** Somebody at their desk, signed in and in the roster of their unit. */
  async function seat(person: Staff): Promise<Browser> {
    const id = randomId(random);
    await staff.remember(person, clock.now());
    await table.commit([sessions.startWrite(id, person, clock.now())]);
    const browser = new Browser(office, ORIGIN);
    browser.give("__Host-session", id);
    return browser;
  }

  return {
    citizen,
    office,
    disclosure,
    rectifications: rectificationPages.rectifications,
    alike,
    guides: guidesOf(ground),
    guideReports: guideReportsOf(ground),
    wording: wordingOf(ground, guidesOf(ground)),
    searchLog: searchLogOf(ground),
    issuer,
    clock,
    vault,
    notices: openNoticeStore(table),
    audit,
    reports,
    letters,
    halls,
    occasions,
    booking,
    visits,
    appeals,
    counts: countsOf({ parts: partsOf(options), config }),
    heads: partsOf(options).cases,
    guide,
    answers,
    advice: questions.advice,
    gazette,
    /** What both apps have said of their work. */
    lines,
    seat,
    visitor: () => new Browser(citizen, ORIGIN),
    /** At the office's door, not signed in. */
    stranger: () => new Browser(office, ORIGIN),
  };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A bucket that holds its files in memory. `receive` is what a browser does with an upload form. */
export function memoryBucket(): Bucket & { receive(key: string, bytes: Uint8Array, name: string): void } {
  const files = new Map<string, { bytes: Uint8Array; name: string }>();
  return {
    receive: (key, bytes, name) => void files.set(key, { bytes, name }),
    uploadForm: async ({ key, redirectTo }) => ({
      url: "https://bucket.example/",
      fields: { key, ...(redirectTo && { success_action_redirect: redirectTo }) },
    }),
    async head(key) {
      const file = files.get(key);
      return file && { sizeBytes: file.bytes.length, etag: key, metadata: { name: file.name } };
    },
    read: async (key) => files.get(key)?.bytes ?? new Uint8Array(),
    async readTagged(key) {
      const file = files.get(key);
      return file && { bytes: file.bytes, etag: sha256(file.bytes) };
    },
    async replace(key, bytes, etag) {
      const file = files.get(key);
      if ((file && sha256(file.bytes)) !== etag) return false;
      files.set(key, { bytes, name: "" });
      return true;
    },
    async copy(from, to) {
      const file = files.get(from);
      if (file === undefined || files.has(to)) return false;
      files.set(to, file);
      return true;
    },
    put: async (key, bytes) => void files.set(key, { bytes, name: "" }),
    remove: async (key) => void files.delete(key),
    downloadLink: async (key) => `https://bucket.example/${key}?signed`,
  };
}
