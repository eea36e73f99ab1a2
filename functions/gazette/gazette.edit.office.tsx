/** Where the text of an item is written: a new one, or the draft of one. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { GazetteValues, WriteGazetteProps } from "../../web/pages/office/gazette/write.tsx";
import { ChooseColumnPage, WriteGazettePage } from "../../web/pages/office/gazette/write.tsx";
import { gazettePaths } from "../../web/paths.gazette.ts";
import { withQuery } from "../../web/paths.ts";
import { denial } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { FormValues } from "../kit/form.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { forbidden, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import type { GazetteOfficeServices } from "./gazette.office.tsx";
import type { GazetteContent, GazetteKind } from "./gazette.ts";
import {
  gazetteFields,
  gazetteForm,
  gazetteKinds,
  isGazetteId,
  isGazetteKind,
  validities,
} from "./gazette.ts";

const ITEM = "/office/gazette/items/:id";

type Written = Pick<WriteGazetteProps, "id" | "isNew" | "kind" | "values" | "version" | "errors" | "problem">;

export function gazetteEditOffice(services: GazetteOfficeServices): Hono<OfficeEnv> {
  const { gazette, config, random } = services;
  const app = new Hono<OfficeEnv>();

  app.get(gazettePaths.begin(), (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const denied = denial(staff, "gazette.write", { unit: staff.unit });
    if (denied !== undefined) throw forbidden(denied);
    const kind = context.req.query("kind");
    const person = personOf(config, staff, view.lang);
    if (!isGazetteKind(kind))
      return renderPage(context, <ChooseColumnPage {...{ view, person, kinds: gazetteKinds }} />);
    const values = { organ: person.unit, validity: "in_force" };
    const id = randomId(random);
    return show(context, { id, isNew: true, kind, values, version: 0, errors: [] });
  });

  app.post(gazettePaths.begin(), async (context) => {
    const form = await readForm(context);
    const asked = context.req.query("kind");
    const kind = isGazetteKind(asked) ? asked : "announcement";
    // The id that the form was shown with makes a second tap the same item.
    const given = fieldOf(form, "id");
    return save(context, { form, kind, id: isGazetteId(given) ? given : randomId(random), isNew: true });
  });

  app.get(`${ITEM}/edit`, async (context) => {
    const { head, actions } = await gazette.readForOffice(context.get("staff"), context.req.param("id"));
    const { work, id, kind, version } = head;
    // What is in review is looked at; it is written again when it has come back.
    if (work === undefined || !actions.includes("edit"))
      return seeOther(context, gazettePaths.officeItem(id));
    return show(context, { id, isNew: false, kind, values: valuesOf(work.content), version, errors: [] });
  });

  app.post(`${ITEM}/edit`, async (context) => {
    const id = context.req.param("id");
    const { kind } = await gazette.headOf(id);
    return save(context, { form: await readForm(context), kind, id, isNew: false });
  });

  async function save(
    context: Context<OfficeEnv>,
    { form, kind, id, isNew }: { form: FormValues; kind: GazetteKind; id: string; isNew: boolean },
  ): Promise<Response> {
    const values = Object.fromEntries(gazetteFields.map((name) => [name, fieldOf(form, name)]));
    const version = /^\d{1,6}$/.test(fieldOf(form, "version")) ? Number(fieldOf(form, "version")) : -1;
    const written = { id, isNew, kind, values, version };
    const checked = check(gazetteForm, values);
    try {
      if (!checked.ok) {
        await gazette.demandWrite(context.get("staff"), id);
        return await show(context, { ...written, errors: checked.errors }, 422);
      }
      const head = await gazette.write(context.get("staff"), { id, kind, version, form: checked.value });
      return seeOther(context, withQuery(gazettePaths.officeItem(head.id), { done: "edit" }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.errors !== undefined) return show(context, { ...written, errors: error.errors }, 422);
      const problem = (["gazette_changed", "gazette_state"] as const).find((code) => code === error.code);
      if (problem === undefined || isNew) throw error;
      // What was typed stays, and is kept over what the other has written when it is sent once more.
      const { version: current } = await gazette.headOf(id);
      return show(context, { ...written, version: current, errors: [], problem }, 409);
    }
  }

  function show(context: Context<OfficeEnv>, written: Written, status: 200 | 409 | 422 = 200) {
    const view = context.get("view");
    const path = written.isNew ? gazettePaths.begin(written.kind) : gazettePaths.edit(written.id);
    const person = personOf(config, context.get("staff"), view.lang);
    return renderPage(
      context,
      <WriteGazettePage view={{ ...view, path }} person={person} validities={validities} {...written} />,
      status,
    );
  }

  return app;
}

function valuesOf({ guides, successor, ...content }: GazetteContent): GazetteValues {
  return {
    ...content,
    guides: guides.map(({ id }) => id).join("\n"),
    ...(successor === undefined ? {} : { successor: successor.id }),
  };
}
