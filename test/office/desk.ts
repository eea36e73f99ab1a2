/** The whole office on real stores: its app as deployed, people with open sessions, pages seen as a person sees them. */
import { within } from "@testing-library/dom";
import { officeApp } from "../../functions/app.office.ts";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import type { CaseFile } from "../../functions/attachment/attachment.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Application } from "../../functions/disclosure/disclosure.ts";
import type { Identity } from "../../functions/identity/identity.service.ts";
import { openIdentity } from "../../functions/identity/identity.service.ts";
import { openSessionStore } from "../../functions/identity/identity.session.store.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { Bucket } from "../../functions/kit/bucket.ts";
import type { Config } from "../../functions/kit/config.ts";
import { randomId, systemRandom } from "../../functions/kit/id.ts";
import { openProposals } from "../../functions/office/proposal.service.ts";
import { openProposalStore } from "../../functions/office/proposal.store.ts";
import { alikeOf } from "../../functions/wiring.alike.ts";
import { gazetteOfficeOf } from "../../functions/wiring.gazette.ts";
import { guideOfficeOf, guideReportsOf, guidesOf } from "../../functions/wiring.guide.ts";
import { hallOfficeOf } from "../../functions/wiring.hall.ts";
import { noticeOfficeOf } from "../../functions/wiring.notice.ts";
import { occasionOfficeOf } from "../../functions/wiring.occasion.ts";
import { oldRequestsOf } from "../../functions/wiring.old.ts";
import { beforeCountsOf, publishedOf } from "../../functions/wiring.published.ts";
import { rectificationsOf } from "../../functions/wiring.rectification.ts";
import { releaseOf } from "../../functions/wiring.release.ts";
import { evidenceOf, lettersOf, reportsOf } from "../../functions/wiring.report.ts";
import { searchLogOf, wordingOf } from "../../functions/wiring.search.ts";
import { visitOf } from "../../functions/wiring.visit.ts";
import { adviceFor } from "../support/advice.ts";
import { application } from "../support/application.ts";
import { Browser } from "../support/browser.ts";
import { disclosureOn } from "../support/disclosure.ts";
import type { Engine } from "../support/engine.ts";
import { openSites } from "../support/outbound.ts";

export const ORIGIN = "https://banshi.example";

const unit = (code: string, zh: string) => ({
  code,
  name: { zh, en: code },
  phone: "0999-5550101",
  address: { zh: "人民路 1 号", en: "1 Renmin Road" },
  hours: { zh: "工作日", en: "Working days" },
});

const config = {
  publicOrigin: ORIGIN,
  government: { zh: "示范县人民政府", en: "Shifan County" },
  assetsPath: "/assets/test",
  units: [unit("zfb", "县政府办公室"), unit("zrzy", "自然资源局"), unit("jw", "监察委员会")],
} as unknown as Config;

/** Nothing to sign in with: sessions are opened by the desk. */
const noOidc = {
  newHandshake: () => ({ state: "s", nonce: "n", verifier: "v" }),
  authorizationUrl: async () => "https://issuer.example/authorize",
  claims: async () => ({}),
  endSessionUrl: async () => undefined,
};

export interface Seen {
  readonly status: number;
  readonly address: string;
  readonly html: string;
  readonly document: Document;
  readonly page: ReturnType<typeof within>;
}

export type Desk = ReturnType<typeof openDesk>;

export function openDesk(engine: Engine, bucket?: Bucket) {
  const staffStore = openStaffStore(engine.table);
  const { disclosure, clock, vault, audit, options } = disclosureOn(engine.table, {
    findStaff: staffStore.find,
  });
  const { calendar } = options;
  const sessions = openSessionStore(engine.table, vault);
  const random = systemRandom;
  const shared = { table: engine.table, clock: clock.now, random, vault, audit };
  const identity: Identity = openIdentity({
    ...shared,
    sessions,
    staff: staffStore,
    oidc: noOidc,
    claims: { roles: "roles", unit: "unit" },
  });
  const attachments = openAttachments({ bucket: bucket ?? noBucket, vault, random });
  const store = openProposalStore(engine.table, vault);
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  const log = { info: write, warn: write, error: write };
  const sites = openSites();
  const guideGround = {
    ...shared,
    config,
    identity,
    attachments,
    bucket: bucket ?? noBucket,
    staff: staffStore,
    log,
    outbound: sites,
  };
  const proposals = openProposals({
    disclosure,
    attachments,
    store,
    clock: clock.now,
    release: async () => releaseOf({ table: engine.table, attachments, config, log }),
  });
  const parts = partsOf(options);
  const ground = { parts, disclosure, attachments, bucket: bucket ?? noBucket, config };
  const letters = lettersOf(ground);
  const visits = visitOf({ ...shared, calendar });
  const { advice } = adviceFor({ ...shared, config });
  const rectifications = rectificationsOf({ parts, disclosure });
  const alike = alikeOf({ parts });
  const app = officeApp({
    config,
    log,
    origins: { public: ORIGIN, forms: [], uploads: [] },
    identity,
    disclosure,
    proposals,
    attachments,
    calendar,
    clock: clock.now,
    random,
    reports: async () => reportsOf({ parts: partsOf(options), config }),
    guideOffice: async () => guideOfficeOf(guideGround),
    occasionOffice: async () => occasionOfficeOf({ ...shared, config, calendar }),
    adviceOffice: async () => advice,
    oldRequests: async () => oldRequestsOf({ parts, attachments }),
    letters: async () => letters,
    missingLetter: letters.letters.missing,
    alike: async () => alike,
    evidence: async () => evidenceOf(ground),
    rectifications: async () => rectifications,
    noticeOffice: async () => noticeOfficeOf(shared),
    hallOffice: async () => hallOfficeOf({ ...shared, calendar, config }),
    publishedOffice: async () => ({
      published: publishedOf({
        ...shared,
        disclosure,
        attachments,
        release: async () => releaseOf({ ...shared, attachments, config, log }),
      }),
      counts: beforeCountsOf(shared),
    }),
    gazetteOffice: async () => gazetteOfficeOf(guideGround),
    visits: async () => visits,
  });

  /** Somebody at their desk, signed in and in the roster of their unit. */
  async function seat(staff: Staff): Promise<Clerk> {
    const id = randomId(random);
    await staffStore.remember(staff, clock.now());
    await engine.table.commit([sessions.startWrite(id, staff, clock.now())]);
    const browser = new Browser(app, ORIGIN);
    browser.give("__Host-session", id);
    return new Clerk(browser);
  }

  let submitted = 0;
  async function submit(changes: Partial<Application> = {}, files: CaseFile[] = []): Promise<string> {
    submitted += 1;
    const receipt = await disclosure.submit({
      application: { ...application, ...changes },
      attachments: files,
      lang: "zh",
      token: `desk ${submitted} ${Math.random()}`,
    });
    return receipt.reference;
  }

  return {
    app,
    seat,
    submit,
    stranger: () => new Clerk(new Browser(app, ORIGIN)),
    disclosure,
    guides: guidesOf(guideGround),
    guideReports: guideReportsOf(guideGround),
    wording: wordingOf(guideGround, guidesOf(guideGround)),
    searchLog: searchLogOf(guideGround),
    advice,
    rectifications,
    alike,
    letters: letters.letters,
    templates: letters.templates,
    sites,
    clock,
    audit,
    lines,
  };
}

const noBucket: Bucket = {
  uploadForm: async ({ key }) => ({ url: "https://bucket.example/", fields: { key } }),
  head: async () => undefined,
  read: async () => new Uint8Array(),
  readTagged: async () => undefined,
  replace: async () => false,
  copy: async () => false,
  put: async () => undefined,
  remove: async () => undefined,
  downloadLink: async (key, name, seconds) =>
    `https://bucket.example/${key}?as=${encodeURIComponent(name)}&for=${seconds}`,
};

/** Every box of the confidentiality review on a page, and a reason for what leaves as it was found. */
export const reviewIn = ({ document }: Seen): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLInputElement>(".review input, .review textarea")].map((each) => [
      each.name,
      each.name.startsWith("mark-") ? "yes" : "已在原软件里核对，没有不应公开的内容。",
    ]),
  );

export class Clerk {
  readonly browser: Browser;
  constructor(browser: Browser) {
    this.browser = browser;
  }

  async open(path: string): Promise<Seen> {
    return this.#see(await this.browser.get(path));
  }

  /** Fills in the form that has this button and presses it, and goes where it leads. */
  async press(
    seen: Seen,
    button: string | RegExp,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Seen> {
    const pressed = seen.page.getByRole("button", { name: button, hidden: true }) as HTMLButtonElement;
    return this.#see(await this.send(pressed, fields));
  }

  /** The same without following, for what must be sent twice. */
  send(button: HTMLButtonElement, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    const form = button.form;
    if (form === null) throw new Error("a button without a form");
    const Data = form.ownerDocument.defaultView?.FormData as typeof FormData;
    const values = Object.fromEntries(new Data(form)) as Record<string, string>;
    const own: Record<string, string> = button.name ? { [button.name]: button.value } : {};
    return this.browser.post(form.getAttribute("action") ?? "", { ...values, ...own, ...fields });
  }

  async #see(response: Response): Promise<Seen> {
    const last = await this.browser.follow(response);
    const html = await last.clone().text();
    const document = await this.browser.page(last);
    return {
      status: last.status,
      address: this.browser.address,
      html,
      document,
      page: within(document.body),
    };
  }
}
