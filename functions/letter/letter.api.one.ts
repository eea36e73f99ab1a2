/** One letter as it was issued, for programs of an office: its text, its file, how it was served. */
import type { Context, Hono } from "hono";
import { bodyOr } from "../disclosure/disclosure.api.acting.ts";
import { referenceOf, referenceParameter } from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import { link } from "../disclosure/disclosure.api.shapes.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Staff } from "../identity/identity.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { conflict, notFound } from "../kit/problem.ts";
import { plainProse } from "../report/report.ts";
import { letterProblems } from "./letter.api.problems.ts";
import { readLetterShape, serviceBody } from "./letter.api.shapes.ts";
import { readView } from "./letter.api.view.ts";
import { numberFrom } from "./letter.number.ts";
import type { ServiceTyped } from "./letter.served.ts";
import type { Letters } from "./letter.service.ts";
import type { Letter, LetterNumber } from "./letter.store.ts";
import { definitionOf } from "./letter.template.service.ts";

const LINK_SECONDS = 60;
const ONE = "/api/v1/office/letters/:reference/:year/:serial";
const documented = openDescriber({ ...problems, ...letterProblems });
const numberParameters = [
  { in: "path", name: "year", description: "Year of its number", schema: { type: "string" } },
  { in: "path", name: "serial", description: "Its number in that year", schema: { type: "string" } },
] as const;
const common = {
  tag: "Office",
  security: ["bearer"],
  parameters: [referenceParameter, ...numberParameters],
};
const ofLetter = [...always, ...ofOffice, "role", "unit", "case_not_found", "letter_not_found"] as const;
const examples = {
  post: {
    summary: "Posted as registered mail",
    value: { route: "post", on: "2026-03-02", note: "EMS 1234567890123" },
  },
};

export function addOneLetter(app: Hono<ApiEnv>, letters: Letters): void {
  app.get(
    ONE,
    documented({
      ...common,
      id: "readLetter",
      summary: "A letter as it was issued; its bytes are compared with what is on record each time",
      answers: { 200: { description: "The letter", schema: readLetterShape } },
      problems: ofLetter,
    }),
    async (context) =>
      context.json(
        readView(await letters.read(context.get("staff"), referenceOf(context), numberIn(context))),
      ),
  );
  app.get(
    `${ONE}/file`,
    documented({
      ...common,
      id: "readLetterFile",
      summary: "A link to the letter as a Word file",
      answers: { 200: { description: "A link that works for a minute", schema: link } },
      problems: ofLetter,
    }),
    async (context) => {
      const url = await letters.link(context.get("staff"), referenceOf(context), numberIn(context));
      return context.json({ url, expiresInSeconds: LINK_SECONDS });
    },
  );
  app.post(
    `${ONE}/services`,
    documented({
      ...common,
      id: "recordLetterService",
      summary: "Record how and when the letter reached whom it was for, with what proves it",
      description: "The same again by the same person changes nothing and gives the same answer.",
      body: { schema: serviceBody, examples },
      answers: { 200: { description: "The letter after it", schema: readLetterShape } },
      problems: [...ofLetter, ...ofBody, "letter_stays"],
    }),
    async (context) => {
      const staff = context.get("staff");
      const [reference, number] = [referenceOf(context), numberIn(context)];
      const before = await letters.read(staff, reference, number);
      const nothing = { route: "", on: "", note: "" };
      const typed = await bodyOr(
        () => readJson(context, serviceBody),
        () => letters.serve(staff, reference, number, nothing),
      );
      if (definitionOf(before.letter.kind).to === "file") throw conflict("letter_stays");
      if (isOnRecord(before.letter, typed, staff)) return context.json(readView(before));
      await letters.serve(staff, reference, number, typed);
      return context.json(readView(await letters.read(staff, reference, number)));
    },
  );
}

const isOnRecord = ({ served }: Letter, { route, on, note }: ServiceTyped, staff: Staff): boolean =>
  served.some(
    (each) =>
      each.route === route &&
      each.on === on &&
      each.note === plainProse(note) &&
      "id" in each.by &&
      each.by.id === staff.id,
  );

/** Throws 404 for what cannot be the number of a letter. */
function numberIn(context: Context): LetterNumber {
  const number = numberFrom(context.req.param("year") ?? "", context.req.param("serial") ?? "");
  if (number === undefined) throw notFound("letter_not_found");
  return number;
}
