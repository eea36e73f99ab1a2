/** People who have come as far as a page needs them to: somebody in the middle of a form, a handler with a case. */
import { randomUUID } from "node:crypto";
import type { CaseFile } from "../../functions/attachment/attachment.ts";
import type { Application } from "../../functions/disclosure/disclosure.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { pngSample } from "../attachment/samples.ts";
import { creditCode } from "../disclosure/samples.ts";
import { people } from "../disclosure/support.ts";
import type { CaseStep } from "../office/cases.ts";
import { caseAt } from "../office/cases.ts";
import { application } from "../support/application.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import type { Engine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";
import type { Act, AsideStep } from "./asides.ts";
import { asideSteps } from "./asides.ts";
import { openBookingArrivals } from "./bookings.ts";
import { openGuideArrivals } from "./guides.ts";

/** Somebody before a page that is open to them. */
export interface Arrival {
  readonly browser: Browser;
  readonly path: string;
}

/** What people write, wherever they can write something. */
export interface Words {
  readonly name: string;
  readonly text: string;
}

export type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;
export const attachedId = `f${"a".repeat(32)}`;
export const repliedId = `f${"b".repeat(32)}`;

export type Arrivals = ReturnType<typeof openArrivals>;

export function openArrivals(engine: Pick<Engine, "table">, words: Words) {
  const bucket = memoryBucket();
  const apps = openApps(engine, bucket);
  const { name, text } = words;
  let cases = 0;

  const file = (id: string): CaseFile => ({
    id,
    name: `${name}.pdf`,
    kind: "pdf",
    sizeBytes: 12_345,
    sha256: "0".repeat(64),
  });

  const person: Answers = {
    applicant: { applicantKind: "person" },
    name: { name },
    identity: { identityKind: "passport", identityNumber: "E12345678" },
    unit: { unit: "zfb" },
    information: { title: text, documentNumber: "", description: text },
    delivery: { form: "electronic", route: "site" },
    contact: { phone: "13812345678", email: "" },
  };
  const organisation: Answers = {
    applicant: { applicantKind: "company" },
    name: { name },
    organisation: { legalRepresentative: name, contactName: name },
    identity: { identityKind: "credit_code", identityNumber: creditCode("12330100470116512") },
    unit: { unit: "zrzy" },
    information: { title: text, documentNumber: text, description: text },
    delivery: { form: "paper", route: "post" },
    contact: { phone: "13812345678", email: "office@example.com" },
    address: { address: text, postcode: "310012" },
  };

  /** Has answered everything before `page`; everything, when there is no such question. */
  async function applicant(page: string, answers: Answers = person): Promise<Arrival> {
    const browser = apps.visitor();
    await browser.post("/disclosure", {});
    for (const [question, fields] of Object.entries(answers)) {
      if (question === page) break;
      await browser.post(`/disclosure/apply/${question}`, fields);
    }
    return { browser, path: `/disclosure/apply/${page}` };
  }

  /** Has sent a file through the form of this page to the bucket, and comes back from there. */
  async function uploaded({ browser, path }: Arrival, bytes: Uint8Array): Promise<string> {
    const document = parse(await (await browser.get(path)).text());
    const hidden = (field: string) =>
      document.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.value ?? "";
    bucket.receive(hidden("key"), bytes, `${name}.png`);
    const { pathname, search } = new URL(hidden("success_action_redirect"));
    return pathname + search;
  }

  async function applicantWithFile(bytes: Uint8Array = pngSample()): Promise<Arrival> {
    const arrival = await applicant("attachments");
    await arrival.browser.get(await uploaded(arrival, bytes));
    return arrival;
  }

  async function handedIn(): Promise<Arrival> {
    const { browser } = await applicant("check");
    await browser.post("/disclosure/apply/check", {});
    return { browser, path: "/disclosure/receipt" };
  }

  const codes = new Map<string, string>();
  async function submit(changes: Partial<Application> = {}): Promise<string> {
    cases += 1;
    const receipt = await apps.disclosure.submit({
      application: { ...application, name, description: text, title: `${text} ${cases}`, ...changes },
      attachments: [file(attachedId)],
      lang: "zh",
      token: randomUUID(),
    });
    codes.set(receipt.reference, receipt.queryCode);
    return receipt.reference;
  }

  const seat = (staff: Staff) => apps.seat({ ...staff, name });

  async function caseStanding(step: CaseStep): Promise<string> {
    await seat(people.handler);
    const desk = { disclosure: apps.disclosure, submit };
    return caseAt(desk as Parameters<typeof caseAt>[0], step, { text, files: [file(repliedId)] });
  }

  /** Somebody of the office before a case that stands at this step. */
  async function atCase(staff: Staff, step: CaseStep, rest = ""): Promise<Arrival> {
    const reference = await caseStanding(step);
    return { browser: await seat(staff), path: `/office/cases/${reference}${rest}` };
  }

  /** A case that its reviewer has sent back with a reason, before its handler. */
  async function sentBack(rest = ""): Promise<Arrival> {
    const reference = await caseStanding("proposed");
    await apps.disclosure.act({
      reference,
      action: "return",
      actor: people.reviewer,
      data: { reason: text },
    } as Parameters<typeof apps.disclosure.act>[0]);
    return { browser: await seat(people.handler), path: `/office/cases/${reference}${rest}` };
  }

  async function writing(bytes: Uint8Array = pngSample()): Promise<Arrival> {
    const arrival = await atCase(people.handler, "handling", "/proposal");
    const files = { ...arrival, path: `${arrival.path}/files` };
    await arrival.browser.get(await uploaded(files, bytes));
    return arrival;
  }

  /** The applicant of a case, who has shown that it is theirs. */
  async function follower(step: CaseStep, rest = ""): Promise<Arrival> {
    const reference = await caseStanding(step);
    const browser = apps.visitor();
    await browser.post("/progress", { number: reference, code: codes.get(reference) ?? "" });
    return { browser, path: `/progress/${reference}${rest}` };
  }

  async function caseAside(aside: AsideStep): Promise<string> {
    const { from, acts } = asideSteps[aside];
    const reference = await caseStanding(from);
    const now = apps.clock.now();
    for (const { at, ...act } of acts(text) as readonly Act[]) {
      apps.clock.set(at ?? now);
      await apps.disclosure.act({ reference, ...act } as Parameters<typeof apps.disclosure.act>[0]);
    }
    apps.clock.set(now);
    return reference;
  }

  /** Somebody of the office before such a case, or before the page of one act on it. */
  async function atAside(staff: Staff, aside: AsideStep, action?: string, rest = ""): Promise<Arrival> {
    const reference = await caseAside(aside);
    const path =
      action === undefined ? `/office/cases/${reference}${rest}` : `/office/acts/${reference}/${action}`;
    return { browser: await seat(staff), path };
  }

  async function atAct(staff: Staff, step: CaseStep, action: string): Promise<Arrival> {
    const reference = await caseStanding(step);
    return { browser: await seat(staff), path: `/office/acts/${reference}/${action}` };
  }

  async function followAside(aside: AsideStep, page = "/progress/*"): Promise<Arrival> {
    const reference = await caseAside(aside);
    const browser = apps.visitor();
    await browser.post("/progress", { number: reference, code: codes.get(reference) ?? "" });
    return { browser, path: page.replace("*", reference) };
  }

  /** The number of the first part of a request that was split. */
  async function partOf(reference: string): Promise<string> {
    const { head } = await apps.disclosure.readForOffice(reference, people.clerk);
    return head.parts?.[0]?.reference ?? "";
  }

  /** A clerk before what belongs to a request that came by this channel. */
  async function entered(channel: "in_person" | "fax", rest = "", { reached = true } = {}): Promise<Arrival> {
    const { phone: _phone, email: _email, ...unreached } = application;
    const who = reached ? application : { ...unreached, address: "示范县人民路 2 号" };
    const { reference } = await apps.disclosure.enter(
      {
        application: { ...who, name, description: text, title: `${text} ${randomUUID()}` },
        channel,
        arrivedOn: "2026-03-02",
        lang: "zh",
        token: randomUUID(),
      },
      people.clerk,
    );
    return { browser: await seat(people.clerk), path: `/office/intake/${reference}${rest}` };
  }

  /** Whoever was consulted on the case, before the link that the office has handed over. */
  async function consulted(aside: AsideStep, on?: string): Promise<Arrival> {
    const reference = await caseAside(aside);
    const { consultations } = await apps.disclosure.readForOffice(reference, people.handler);
    const [one] = consultations;
    if (on !== undefined) apps.clock.set(on);
    return { browser: apps.visitor(), path: `/consultations/${reference}/${one?.id}/${one?.token}` };
  }

  async function withdrawn(): Promise<Arrival> {
    const arrival = await follower("submitted");
    await arrival.browser.post(`${arrival.path}/withdraw`, { token: "1" });
    return arrival;
  }

  const guides = openGuideArrivals(apps, { text, seat });
  /** Somebody before a published guide, or before what `pathOf` says of it. */
  async function guide(
    change: Partial<Guide> = {},
    pathOf: (id: string) => string = (id) => `/guides/${id}`,
  ): Promise<Arrival> {
    return { browser: apps.visitor(), path: pathOf(await apps.guide.publish(change)) };
  }
  async function pausedGuide(): Promise<Arrival> {
    const arrival = await guide({ taskName: "Paused card" });
    await apps.guide.pause(arrival.path.slice("/guides/".length), text);
    return arrival;
  }
  async function endedGuide(): Promise<Arrival> {
    const arrival = await guide({ taskName: "Old card" });
    await apps.guide.abolish(arrival.path.slice("/guides/".length), text);
    return arrival;
  }

  const visitor = async (path: string): Promise<Arrival> => ({ browser: apps.visitor(), path });
  const stranger = async (path: string): Promise<Arrival> => ({ browser: apps.stranger(), path });
  const desk = async (staff: Staff, path: string): Promise<Arrival> => ({ browser: await seat(staff), path });

  /** Comes back from the issuer, which says who it is. */
  async function fromIssuer(claims: Record<string, unknown>): Promise<Arrival> {
    const arrival = await stranger("/office/signed-in?code=1&state=state");
    apps.issuer.person = claims;
    await arrival.browser.get("/office/sign-in");
    return arrival;
  }

  return {
    apps,
    person,
    words,
    organisation,
    submit,
    applicant,
    uploaded,
    applicantWithFile,
    handedIn,
    atCase,
    sentBack,
    writing,
    follower,
    atAside,
    atAct,
    followAside,
    partOf,
    entered,
    consulted,
    withdrawn,
    guide,
    pausedGuide,
    endedGuide,
    visitor,
    stranger,
    desk,
    fromIssuer,
    ...guides,
    ...openBookingArrivals(engine, apps, words),
  };
}
