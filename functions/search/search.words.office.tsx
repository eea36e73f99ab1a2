/** `/office/guides/words`: the words that every search goes by, edited by staff beside the log of what was not found. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { SearchWordsPageProps } from "../../web/pages/office/guide/search-words.tsx";
import { SearchWordsPage } from "../../web/pages/office/guide/search-words.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import type { SearchLog } from "./search.missed.service.ts";
import { isMonth, monthsBack } from "./search.missed.ts";
import type { Wording } from "./search.wording.service.ts";
import { type WordsText, writeWords } from "./search.wording.ts";

export interface WordsOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly wording: Wording;
  readonly searchLog: Pick<SearchLog, "read">;
  readonly clock: Clock;
}

const MONTHS_SHOWN = 12;

export function wordsOffice(services: WordsOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(paths.officeGuideWords(), (context) =>
    show(services, context, { extra: { done: context.req.query("done") }, status: 200 }),
  );
  app.post(paths.officeGuideWords(), (context) => save(services, context));
  app.post(paths.officeGuideWordsRebuild(), async (context) => {
    await services.wording.askRebuild(context.get("staff"));
    return seeOther(context, withQuery(paths.officeGuideWords(), { done: "rebuild" }));
  });
  return app;
}

async function save(services: WordsOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const form = await readForm(context);
  const text: WordsText = {
    synonyms: fieldOf(form, "synonyms"),
    stopPhrases: fieldOf(form, "stopPhrases"),
    pinned: fieldOf(form, "pinned"),
  };
  const version = Number.parseInt(fieldOf(form, "version"), 10);
  const expectedVersion = Number.isSafeInteger(version) ? version : -1;
  try {
    await services.wording.save(text, { actor: context.get("staff"), expectedVersion });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    if (error.status === 422)
      return show(services, context, { extra: { text, errors: error.errors ?? [] }, status: 422 });
    const latest = writeWords(await services.wording.current());
    return show(services, context, { extra: { text, latest }, status: 409 });
  }
  return seeOther(context, withQuery(paths.officeGuideWords(), { done: "saved" }));
}

interface Shown {
  readonly extra: Pick<SearchWordsPageProps, "errors" | "latest" | "done"> & { readonly text?: WordsText };
  readonly status: 200 | 409 | 422;
}

async function show(services: WordsOfficeServices, context: Context<OfficeEnv>, { extra, status }: Shown) {
  const { config, wording, searchLog, clock } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const months = monthsBack(dayOf(clock()), MONTHS_SHOWN);
  const wanted = context.req.query("month");
  const month = isMonth(wanted) && months.includes(wanted) ? wanted : (months[0] ?? "");
  const [kept, missed] = await Promise.all([wording.read(staff), searchLog.read(staff, month)]);
  return renderPage(
    context,
    <SearchWordsPage
      {...extra}
      view={{ ...view, path: paths.officeGuideWords() }}
      person={personOf(config, staff, view.lang)}
      text={extra.text ?? writeWords(kept.words)}
      kept={kept}
      mayWrite={may(staff, "words.write", { unit: staff.unit })}
      missed={{ month, months, ...missed }}
    />,
    status,
  );
}
