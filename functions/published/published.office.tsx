/** `/office/answers`: answers that everybody may read, written by one person and published by another. */
import type { Context } from "hono";
import { Hono } from "hono";
import { OfficePublishedListPage } from "../../web/pages/office/published/list.tsx";
import type { OfficePublishedProps } from "../../web/pages/office/published/one.tsx";
import { OfficePublishedPage } from "../../web/pages/office/published/one.tsx";
import type { WritePublishedProps } from "../../web/pages/office/published/write.tsx";
import { WritePublishedPage } from "../../web/pages/office/published/write.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { BeforeCounts } from "../before/before.service.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { demandAct, isOpen, tickedIn, valuesOf, versionIn } from "./published.form.ts";
import type { Published, Writing } from "./published.service.ts";
import { publishedActs, publishedContent, publishedStates, reasonForm } from "./published.ts";

export interface PublishedOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly published: Published;
  readonly counts: Pick<BeforeCounts, "read">;
}

const PAGE_SIZE = 20;
const OF_CASE = "/office/answers/of/:reference";
const ONE = "/office/answers/items/:id";

/** What stands on the page instead of an error: somebody else was faster. */
const problemsShown = { published_changed: "changed", published_state: "wrongState" } as const;
const shownAs = (error: unknown) =>
  error instanceof Problem ? problemsShown[error.code as keyof typeof problemsShown] : undefined;

export function publishedOffice(services: PublishedOfficeServices): Hono<OfficeEnv> {
  const { config, published, counts } = services;
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));

  app.get(paths.officePublishedList(), async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const query = context.req.query();
    const state = publishedStates.find((each) => each === query.state) ?? "review";
    const wanted = { unit: staff.unit, state, limit: PAGE_SIZE, cursor: query.cursor };
    const [page, numbers] = await Promise.all([published.listForOffice(staff, wanted), counts.read()]);
    const here = paths.officePublishedList({ state: state === "review" ? undefined : state });
    return renderPage(
      context,
      <OfficePublishedListPage
        view={{ ...view, path: here }}
        person={personOf(config, staff, view.lang)}
        state={state}
        states={publishedStates}
        answers={page.answers}
        counts={numbers}
        next={page.next === undefined ? undefined : withQuery(here, { cursor: page.next })}
        first={query.cursor === undefined ? undefined : here}
      />,
    );
  });

  app.get(OF_CASE, async (context) => {
    const writing = await published.readWriting(context.get("staff"), context.req.param("reference"));
    const { answer } = writing;
    // What is in review or published is looked at; it is written again when it has come back.
    if (answer !== undefined && !isOpen(answer.state))
      return seeOther(context, paths.officePublished(answer.id));
    return write(context, writing, {
      values: valuesOf(writing),
      files: (answer?.files ?? []).map((file) => file.id),
      version: answer?.version ?? 0,
      errors: [],
    });
  });

  app.post(OF_CASE, async (context) => {
    const staff = context.get("staff");
    const reference = context.req.param("reference");
    const form = await readForm(context);
    const values = {
      subject: fieldOf(form, "subject"),
      question: fieldOf(form, "question"),
      answer: fieldOf(form, "answer"),
    };
    const version = versionIn(fieldOf(form, "version"));
    const files = tickedIn(form);
    const again = async (rest: Pick<WritePublishedProps, "errors" | "problem">) => {
      const writing = await published.readWriting(staff, reference);
      const current = rest.problem === undefined ? version : (writing.answer?.version ?? 0);
      return write(context, writing, { values, files, version: current, ...rest });
    };
    const checked = check(publishedContent, values);
    if (!checked.ok) return again({ errors: checked.errors });
    try {
      const { id } = await published.write(staff, reference, { content: checked.value, files, version });
      return seeOther(context, withQuery(paths.officePublished(id), { done: "write" }));
    } catch (error) {
      if (error instanceof Problem && error.errors !== undefined) return again({ errors: error.errors });
      const problem = shownAs(error);
      if (problem === undefined) throw error;
      return again({ errors: [], problem });
    }
  });

  app.get(ONE, (context) => show(context, context.req.param("id"), { done: context.req.query("done") }));

  app.post(`${ONE}/:act`, async (context) => {
    const id = context.req.param("id");
    const act = demandAct(context.req.param("act"));
    const form = await readForm(context);
    const version = versionIn(fieldOf(form, "version"));
    const reason = fieldOf(form, "reason");
    const needsReason = "needsReason" in publishedActs[act];
    const checked = needsReason ? check(reasonForm, { reason }) : undefined;
    if (checked?.ok === false)
      return show(context, id, { refused: { act, reason, errors: checked.errors } }, 422);
    try {
      const said = checked?.ok ? { reason: checked.value.reason } : { files: tickedIn(form) };
      await published.act(context.get("staff"), id, { act, version, ...said });
      return seeOther(context, withQuery(paths.officePublished(id), { done: act }));
    } catch (error) {
      if (error instanceof Problem && error.errors !== undefined)
        return show(context, id, { refused: { act, reason, errors: error.errors } }, 422);
      const problem = shownAs(error);
      if (problem === undefined) throw error;
      return show(context, id, { problem, refused: { act, reason, errors: [] } }, 409);
    }
  });

  function write(
    context: Context<OfficeEnv>,
    { record, answer }: Writing,
    rest: Pick<WritePublishedProps, "values" | "files" | "version" | "errors" | "problem">,
  ) {
    const view = context.get("view");
    const status = rest.problem !== undefined ? 409 : statusFor(rest.errors);
    return renderPage(
      context,
      <WritePublishedPage
        view={{ ...view, path: paths.officePublishedOf(record.head.reference) }}
        person={personOf(config, context.get("staff"), view.lang)}
        record={record}
        id={answer?.id}
        {...rest}
      />,
      status,
    );
  }

  async function show(
    context: Context<OfficeEnv>,
    id: string,
    rest: Pick<OfficePublishedProps, "done" | "refused" | "problem">,
    status: 200 | 409 | 422 = 200,
  ) {
    const staff = context.get("staff");
    const view = context.get("view");
    const { answer, acts } = await published.readForOffice(staff, id);
    const own =
      answer.state === "review" &&
      answer.author.id === staff.id &&
      may(staff, publishedActs.publish.permission, { unit: answer.unit });
    return renderPage(
      context,
      <OfficePublishedPage
        view={{ ...view, path: paths.officePublished(id) }}
        person={personOf(config, staff, view.lang)}
        answer={answer}
        outcome={outcomeOf(answer.outcome)?.label[view.lang] ?? ""}
        acts={acts}
        own={own}
        {...rest}
      />,
      status,
    );
  }

  return app;
}

const statusFor = (errors: FieldErrors): 200 | 422 => (errors.length > 0 ? 422 : 200);
