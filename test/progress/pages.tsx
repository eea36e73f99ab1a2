/** The progress pages behind the middleware that counts for them, and a browser's memory for cookies. */
import { Hono } from "hono";
import { JSDOM } from "jsdom";
import type { AppEnv } from "../../functions/app.page.ts";
import { setUpView } from "../../functions/app.page.ts";
import { setUpPreferences } from "../../functions/kit/page.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { setUpCsrf, setUpNoStore } from "../../functions/kit/security.ts";
import { progressCitizen } from "../../functions/progress/progress.citizen.tsx";
import { ProblemPage } from "../../web/pages/problem.tsx";
import { seededRandom } from "../support/world.ts";
import type { openCounter } from "./support.ts";
import { UNIT } from "./support.ts";

export const ORIGIN = "https://banshi.example.gov.cn";
const government = { zh: "示例市人民政府", en: "Example City" };
const unit = {
  code: UNIT,
  name: { zh: "示例市住房和建设局", en: "Housing and Construction Bureau" },
  phone: "0755-88120001",
  address: { zh: "示例市福田区益田路 1 号", en: "1 Yitian Road, Futian" },
  hours: { zh: "工作日 9:00–12:00、14:00–17:30", en: "Working days 9:00–12:00, 14:00–17:30" },
};

export function openApp(counter: ReturnType<typeof openCounter>, assets = "/assets/test") {
  const app = new Hono<AppEnv>();
  app.use(setUpNoStore, setUpPreferences, setUpView({ government, assetsPath: assets }));
  app.use(setUpCsrf({ public: ORIGIN, forms: [], uploads: [] }));
  app.onError((error, context) => {
    if (!(error instanceof Problem)) throw error;
    const { status, retryAfterSeconds } = error;
    if (retryAfterSeconds !== undefined) context.header("retry-after", String(retryAfterSeconds));
    context.status(status);
    return context.html(
      <ProblemPage view={context.get("view")} status={status} retryAfterSeconds={retryAfterSeconds} />,
    );
  });
  const attachments = { link: async ({ id }: { id: string }) => `https://files.example/kept/${id}?signed` };
  const services = {
    progress: counter.progress,
    attachments,
    config: { units: [unit] },
    random: seededRandom("p"),
    applicantLetters: async () => counter.letters,
    alike: async () => ({ suggest: async () => undefined }),
  };
  return app.route("/", progressCitizen(services));
}

/** Remembers cookies from answer to answer, as a browser does. */
export function openBrowser(app: ReturnType<typeof openApp>, address = "198.51.100.1") {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: ORIGIN, ...init.headers };
    const answer = await app.request(
      ORIGIN + path,
      { ...init, headers },
      {
        requestContext: { http: { sourceIp: address } },
      },
    );
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }
  return {
    cookies,
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>) =>
      send(path, {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
  };
}

/** An answer's page, to be asked by role and name. */
export async function pageOf(answer: Response): Promise<HTMLElement> {
  return new JSDOM(await answer.text()).window.document.documentElement;
}
