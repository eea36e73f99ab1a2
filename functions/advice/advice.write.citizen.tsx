/**
 * Writing a question or a suggestion: one form, which comes back with all that was typed whatever happens, and between
 * it and the receipt, where there is something to show, what was answered already. Nothing is kept before it is sent.
 */
import type { Context } from "hono";
import { Hono } from "hono";
import { adviceCopy } from "../../web/copy/advice.ts";
import { AdviceBeforePage } from "../../web/pages/advice/before.tsx";
import { AdviceWritePage } from "../../web/pages/advice/write.tsx";
import { advicePaths } from "../../web/paths.advice.ts";
import { formatReference } from "../../web/words.ts";
import type { AppEnv } from "../app.page.ts";
import type { Limits } from "../booking/booking.limit.service.ts";
import { dayOf } from "../calendar/calendar.ts";
import { parseReference } from "../case/reference.ts";
import { contactOf } from "../home/home.contact.ts";
import { addressOf } from "../kit/address.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import type { FormValues } from "../kit/form.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import { contactIn } from "../published/published.personal.ts";
import type { Search } from "../search/search.service.ts";
import type { AdviceFinding, AdviceHints } from "./advice.find.service.ts";
import { hasHints, hintsFor } from "./advice.find.service.ts";
import { handedIn, isFormToken, keepHandedIn, tokenOfForm } from "./advice.handed.citizen.ts";
import { adviceRulesOn } from "./advice.rule.ts";
import type { AdviceService } from "./advice.service.ts";
import type { Advice, AdviceTyped } from "./advice.ts";
import { adviceFields, adviceSchema, nothingTyped } from "./advice.ts";

export interface AdviceWriteServices extends AdviceFinding {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly advice: AdviceService;
  readonly adviceLimits: Pick<Limits, "take">;
  readonly guideSearch: Search;
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Pick<Log, "error">;
}

/**
 * `another`: the form was sent before, with other words. `slow`: minutes to wait. `warned`: that the text says how to
 * reach somebody; whoever means it sends it once more.
 */
interface Shown {
  readonly typed: AdviceTyped;
  readonly token: string;
  readonly errors?: FieldErrors;
  readonly another?: boolean;
  readonly warned?: boolean;
  readonly slowMinutes?: number;
}

export function writeRoutes(services: AdviceWriteServices): Hono<AppEnv> {
  const { advice, adviceLimits, config, random, log } = services;
  const app = new Hono<AppEnv>();
  const schema = adviceSchema(config.units.map(({ code }) => code));

  function form(context: Context<AppEnv>, shown: Shown, status: 200 | 409 | 422 | 429 = 200) {
    const view = context.get("view");
    const units = config.units.map(({ code, name }) => ({ code, name: name[view.lang] }));
    const { phone } = contactOf(services, view.lang);
    const { replyWorkingDays: days } = adviceRulesOn(dayOf(services.clock()));
    const page = <AdviceWritePage {...{ view, units, phone, days }} {...shown} />;
    return renderPage(context, page, status);
  }

  /** A hint that cannot be made is no reason to keep anybody from going on. */
  async function hints(typed: AdviceTyped): Promise<AdviceHints | undefined> {
    try {
      const found = await hintsFor(services, typed);
      return hasHints(found) ? found : undefined;
    } catch (error) {
      log.error("no hints before a question", errorAttributes(error));
      return undefined;
    }
  }

  /** Whoever asks once more finds the unit chosen and the number written; nothing else is taken from an address. */
  function beginning(context: Context<AppEnv>): AdviceTyped {
    const unit = config.units.find(({ code }) => code === context.req.query("unit"))?.code ?? "";
    const about = parseReference(context.req.query("about") ?? "");
    const { followUp } = adviceCopy(context.get("view").lang).write;
    const text = about?.kind === "Z" ? followUp(formatReference(about.reference)) : "";
    return { ...nothingTyped, unit, text };
  }

  app.get(advicePaths.write(), (context) =>
    form(context, { typed: beginning(context), token: randomId(random) }),
  );

  app.post(advicePaths.write(), async (context) => {
    const sent = await readForm(context);
    const typed = typedIn(sent);
    const token = tokenIn(sent) ?? randomId(random);
    const go = fieldOf(sent, "go");
    const warned = fieldOf(sent, "warned") === "yes";
    if (go === "change") return form(context, { typed, token, warned });
    const checked = check(schema, typed);
    if (!checked.ok) return form(context, { typed, token, warned, errors: checked.errors }, 422);
    const errors = warned ? [] : contactsIn(checked.value);
    if (errors.length > 0) return form(context, { typed, token, errors, warned: true }, 422);
    if (await wasHandedIn(context, checked.value)) return seeOther(context, advicePaths.receipt(true));
    const found = go === "send" ? undefined : await hints(typed);
    if (found !== undefined) {
      const view = context.get("view");
      const contact = contactOf(services, view.lang);
      const page = <AdviceBeforePage {...{ view, typed, token, warned, hints: found, counter: contact }} />;
      return renderPage(context, page);
    }
    try {
      await adviceLimits.take({ phone: checked.value.phone, address: addressOf(context) });
      const { lang } = context.get("view");
      await advice.submit({ advice: checked.value, lang, token: tokenOfForm(token) });
    } catch (error) {
      return again(context, { typed, token, warned }, error);
    }
    keepHandedIn(context, token);
    return seeOther(context, advicePaths.receipt());
  });

  /** Browsers that go back fetch the form anew, with a name of its own: the words tell that it is the same question. */
  async function wasHandedIn(context: Context<AppEnv>, written: Advice): Promise<boolean> {
    const tokens = handedIn(context);
    const same = await advice.sameAs(written, tokens.map(tokenOfForm));
    const token = tokens.find((each) => tokenOfForm(each) === same);
    if (token !== undefined) keepHandedIn(context, token);
    return token !== undefined;
  }

  function again(context: Context<AppEnv>, shown: Shown, error: unknown) {
    if (!(error instanceof Problem)) throw error;
    // Whoever went back and wrote something else wants that too: the form gets a name of its own and says so.
    if (error.code === "token_reused")
      return form(context, { ...shown, token: randomId(random), another: true }, 409);
    if (error.status !== 429) throw error;
    const seconds = error.retryAfterSeconds ?? 60;
    context.header("retry-after", String(seconds));
    return form(context, { ...shown, slowMinutes: Math.ceil(seconds / 60) }, 429);
  }

  return app;
}

const typedIn = (sent: FormValues): AdviceTyped =>
  Object.fromEntries(adviceFields.map((name) => [name, fieldOf(sent, name)])) as AdviceTyped;

const tokenIn = (sent: FormValues): string | undefined => [fieldOf(sent, "token")].find(isFormToken);

/** Warned of and not refused: a number may be what the question is about, such as one that nobody answers. */
const contactsIn = (written: Advice): FieldErrors =>
  (["subject", "text"] as const).flatMap((field) => {
    const found = contactIn(written[field]);
    return found === undefined ? [] : [{ field, code: `contact_${found}` }];
  });
