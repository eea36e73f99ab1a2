/** What can be done with questions and suggestions: hand in, act, read. The rules are in the models. */
import type { Command } from "../case/case.service.ts";
import { openCaseService } from "../case/case.service.ts";
import type { Applicant } from "../identity/identity.ts";
import { check } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { conflict, invalid, Problem } from "../kit/problem.ts";
import type { AdviceEvent, AdviceHead } from "./advice.case.ts";
import { applyEvent, standingOf } from "./advice.case.ts";
import { adviceFlow } from "./advice.flow.ts";
import { followAdvice } from "./advice.follow.service.ts";
import type { AdviceParts } from "./advice.parts.service.ts";
import { personalErrors } from "./advice.public.ts";
import { openAdviceReads } from "./advice.read.service.ts";
import { openAdviceSubmissions } from "./advice.submit.service.ts";
import { publicSchema, reasonSchema, replySchema, transferSchema } from "./advice.ts";

export type AdviceCommand = Command<AdviceEvent>;
export type AdviceService = ReturnType<typeof openAdvice>;

const MOST_ROUNDS = 5;

export function openAdvice(parts: AdviceParts) {
  const { table, cases, audit, clock, calendar: _calendar, ...rest } = parts;

  /** What each act needs, checked here so that pages and API demand the same. */
  const schemas = {
    accept: undefined,
    publish: undefined,
    rate: undefined,
    submit: undefined,
    reply: replySchema,
    transfer: transferSchema(rest.units),
    propose_public: publicSchema,
    return_public: reasonSchema,
    unpublish: reasonSchema,
  } as const;

  async function prepare(head: AdviceHead, { action, data }: AdviceCommand): Promise<AdviceEvent["data"]> {
    if (action === "rate" && head.rating !== undefined) throw conflict("rated_before");
    const schema = schemas[action];
    if (schema === undefined) return action === "rate" ? data : {};
    const checked = check(schema, data);
    if (!checked.ok) throw invalid(checked.errors);
    const errors = await besides(head, checked.value);
    if (errors.length > 0) throw invalid(errors);
    return checked.value;
  }

  async function besides(head: AdviceHead, data: AdviceEvent["data"]): Promise<FieldErrors> {
    if ("unit" in data && data.unit === head.unit) return [{ field: "unit", code: "unit.same" }];
    if (!("answer" in data)) return [];
    const advice = await rest.store.readText(head.reference);
    return personalErrors(data, advice ?? { phone: "" });
  }

  const commands = openCaseService<AdviceHead, AdviceEvent>({
    ...{ table, store: cases, audit, clock },
    flow: adviceFlow,
    standing: standingOf,
    apply: applyEvent,
    prepare,
    follow: (head, event) => followAdvice(parts, head, event),
  });

  return {
    ...openAdviceSubmissions(parts),
    ...openAdviceReads(parts),
    /** Runs one action of the flow; see `case.service.ts` for what it raises. */
    act: (command: AdviceCommand): Promise<AdviceHead> => commands.run(command),
    /** Whether the reply helped; whatever the office does at the same moment. Throws 409 `rated_before` for a second word. */
    async rate(actor: Applicant, satisfied: boolean): Promise<void> {
      const { reference } = actor;
      const command = { reference, action: "rate", data: { satisfied }, actor, commandId: "rate" } as const;
      for (let round = 1; ; round += 1) {
        try {
          await commands.run(command);
          return;
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          // Another word under the same command: it was said before.
          if (error.code === "token_reused") throw conflict("rated_before");
          if (error.code !== "case_changed" || round >= MOST_ROUNDS) throw error;
        }
      }
    },
  };
}
