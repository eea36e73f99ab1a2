/** A counter with nothing but the disclosure pages: real stores, real bucket, a browser without scripts. */
import { within } from "@testing-library/dom";
import { Hono } from "hono";
import type { AppEnv } from "../../functions/app.page.ts";
import { setUpView } from "../../functions/app.page.ts";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import { disclosureCitizen } from "../../functions/disclosure/disclosure.citizen.tsx";
import { openDrafts } from "../../functions/disclosure/disclosure.draft.service.ts";
import { openDraftStore } from "../../functions/disclosure/disclosure.draft.store.ts";
import type { Unit } from "../../functions/kit/config.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { setUpPreferences } from "../../functions/kit/page.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { Browser } from "../support/browser.ts";
import type { BucketRig } from "../support/bucket.ts";
import { disclosureOn } from "../support/disclosure.ts";
import type { Engine } from "../support/engine.ts";

export const origin = "https://banshi.example.gov.cn";
const hours = { zh: "工作日", en: "Working days" };
export const units: Unit[] = [
  {
    code: "zfb",
    name: { zh: "市政府办公室", en: "Government Office" },
    phone: "0755-88880000",
    address: { zh: "市民路 1 号", en: "1 Shimin Road" },
    hours,
  },
  {
    code: "zrzy",
    name: { zh: "市自然资源局", en: "Natural Resources Bureau" },
    phone: "0755-88880001",
    address: { zh: "规划路 2 号", en: "2 Guihua Road" },
    hours,
  },
];

export function openCounter(engine: Engine, s3: BucketRig) {
  const { disclosure, clock, vault } = disclosureOn(engine.table);
  const attachments = openAttachments({ bucket: s3.bucket, vault, random: systemRandom });
  const drafts = openDrafts({
    store: openDraftStore(engine.table, vault),
    attachments,
    clock: clock.now,
    random: systemRandom,
    units: units.map(({ code }) => code),
  });
  const config = {
    units,
    publicOrigin: origin,
    assetsPath: "/assets/test",
    government: { zh: "示例市人民政府", en: "Shili Government" },
  };
  const log = { error: () => undefined };
  // What stands between two questions has tests of its own.
  const before = async () => ({ isToBeShown: async () => false });
  const app = new Hono<AppEnv>();
  app.use(setUpPreferences);
  app.use(setUpView(config));
  app.route("/", disclosureCitizen({ config, drafts, disclosure, log, before }));
  app.onError((error, context) => {
    if (!(error instanceof Problem)) throw error;
    return context.text(error.code, error.status);
  });
  return { app, drafts, disclosure, clock, attachments, newBrowser: () => new Visitor(app) };
}

export interface Visited {
  readonly status: number;
  /** Path and query of the page that stands in the browser. */
  readonly address: string;
  readonly html: string;
  readonly document: Document;
  readonly page: ReturnType<typeof within>;
}

/** Somebody at the counter: opens pages and sends forms, following redirects, seeing what a person sees. */
export class Visitor {
  readonly browser: Browser;

  constructor(app: Hono<AppEnv>) {
    this.browser = new Browser(app, origin);
  }

  open = async (path: string): Promise<Visited> => this.#see(await this.browser.get(path));
  send = async (path: string, fields: Readonly<Record<string, string>>): Promise<Visited> =>
    this.#see(await this.browser.post(path, fields));

  async #see(first: Response): Promise<Visited> {
    const last = await this.browser.follow(first);
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

  /** Starts a request and answers every page up to the files. */
  async answerAll(
    changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  ): Promise<Visited> {
    let seen = await this.send("/disclosure", {});
    for (const [page, fields] of Object.entries({ ...answers, ...changes }))
      seen = await this.send(`/disclosure/apply/${page}`, fields);
    return seen;
  }
}

/** A person who wants a file on this site; every page that such a person is asked. */
export const answers = {
  applicant: { applicantKind: "person" },
  name: { name: "张三丰" },
  identity: { identityKind: "resident_id", identityNumber: "11010119900307002X" },
  unit: { unit: "zrzy" },
  information: { title: "地块规划批复", documentNumber: "", description: "市民路北侧地块的规划条件批复。" },
  delivery: { form: "electronic", route: "site" },
  contact: { phone: "13812345678", email: "" },
};
