/** `/advice`: what others have asked, asking oneself, the receipt, and the own thread. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { etag } from "hono/etag";
import { AdviceAnswerPage } from "../../web/pages/advice/answer.tsx";
import { AdviceListPage } from "../../web/pages/advice/list.tsx";
import { AdviceReceiptPage } from "../../web/pages/advice/receipt.tsx";
import { AdviceThreadPage } from "../../web/pages/advice/thread.tsx";
import { advicePaths } from "../../web/paths.advice.ts";
import { paths, withQuery } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { parseReference } from "../case/reference.ts";
import { keepForAWhile } from "../guide/guide.keep.citizen.ts";
import { contactOf } from "../home/home.contact.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { PROGRESS_COOKIE } from "../progress/progress.citizen.tsx";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import { findAdvice } from "./advice.find.service.ts";
import { handedIn, tokenOfForm } from "./advice.handed.citizen.ts";
import type { AdviceWriteServices } from "./advice.write.citizen.tsx";
import { writeRoutes } from "./advice.write.citizen.tsx";

export interface AdviceCitizenServices extends AdviceWriteServices {
  readonly progress: Pick<ProgressService, "isGranted">;
}

const PAGE_SIZE = 20;
const MOST_QUERY_CHARACTERS = 200;
const THREAD = "/advice/threads/:reference";

export function adviceCitizen(services: AdviceCitizenServices): Hono<AppEnv> {
  const { advice, config } = services;
  const app = new Hono<AppEnv>();
  const unitNameIn = (lang: "zh" | "en") => (code: string) =>
    config.units.find((unit) => unit.code === code)?.name[lang] ?? "";

  app.get(advicePaths.list(), etag(), async (context) => {
    const view = context.get("view");
    const q = (context.req.query("q") ?? "").trim().slice(0, MOST_QUERY_CHARACTERS);
    const cursor = context.req.query("cursor");
    keepForAWhile(context);
    const found =
      q === ""
        ? await advice.listPublic({ limit: PAGE_SIZE, cursor })
        : { answers: await findAdvice(services, q), next: undefined };
    const here = advicePaths.list();
    return renderPage(
      context,
      <AdviceListPage
        view={view}
        q={q}
        answers={found.answers}
        unitName={unitNameIn(view.lang)}
        next={found.next === undefined ? undefined : withQuery(here, { cursor: found.next })}
        first={cursor === undefined ? undefined : here}
        phone={contactOf(services, view.lang).phone}
      />,
    );
  });

  app.get("/advice/answers/:id", etag(), async (context) => {
    const view = context.get("view");
    const record = await advice.readPublic(context.req.param("id"));
    if (record === undefined) throw notFound();
    keepForAWhile(context);
    const unit = unitNameIn(view.lang)(record.unit);
    const { phone } = contactOf(services, view.lang);
    const page = <AdviceAnswerPage view={view} record={record} unitName={unit} phone={phone} />;
    return renderPage(context, page, record.state === "public" ? 200 : 410);
  });

  app.route("/", writeRoutes(services));

  app.get(advicePaths.receipt(), async (context) => {
    const view = context.get("view");
    const [newest = ""] = handedIn(context);
    const receipt = await advice.receiptOf(tokenOfForm(newest));
    if (receipt === undefined) return seeOther(context, advicePaths.list());
    const unit = config.units.find(({ code }) => code === receipt.unit);
    const { encode } = await import("uqr");
    const address = `${config.publicOrigin}${paths.progress(receipt.reference)}`;
    return renderPage(
      context,
      <AdviceReceiptPage
        view={view}
        receipt={receipt}
        unit={{ name: unit?.name[view.lang] ?? receipt.unit, phone: unit?.phone ?? "" }}
        again={context.req.query("again") !== undefined}
        qr={encode(address, { border: 2 }).data}
      />,
    );
  });

  app.route("/", threadRoutes(services));
  return app;
}

/** The number in the address, as it is kept. Throws 404 for what cannot be one. */
function numberOf(context: Context<AppEnv>): string {
  const parsed = parseReference(context.req.param("reference") ?? "");
  if (parsed?.kind !== "Z") throw notFound("case_not_found");
  return parsed.reference;
}

function threadRoutes({ advice, config, progress }: AdviceCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const isGranted = (context: Context<AppEnv>, reference: string) =>
    progress.isGranted(getCookie(context, PROGRESS_COOKIE), reference);

  app.get(THREAD, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const thread = await advice.readForApplicant(reference, applicantOf(reference));
    return renderPage(
      context,
      <AdviceThreadPage
        view={context.get("view")}
        thread={thread}
        unit={config.units.find(({ code }) => code === thread.unit)}
        unitName={(code) => config.units.find((unit) => unit.code === code)?.name}
      />,
    );
  });

  /** Said once: a second tap changes nothing, and no page is needed to say so. */
  app.post(`${THREAD}/rate`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const satisfied = fieldOf(await readForm(context), "satisfied");
    if (satisfied !== "yes" && satisfied !== "no") return seeOther(context, advicePaths.thread(reference));
    try {
      await advice.rate(applicantOf(reference), satisfied === "yes");
    } catch (error) {
      if (!(error instanceof Problem && error.status === 409)) throw error;
    }
    return seeOther(context, advicePaths.thread(reference));
  });

  return app;
}
