/** The API about itself: its index, its document, its units, and its problems in words. */
import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import * as v from "valibot";
import { problems } from "./app.api.problems.ts";
import { words } from "./disclosure/disclosure.api.shapes.ts";
import type { ApiEnv } from "./identity/identity.api.ts";
import type { Config } from "./kit/config.ts";
import { roomsOf } from "./kit/door.ts";
import { named, openDescriber, problemSchema } from "./kit/openapi.ts";
import { notFound } from "./kit/problem.ts";

type DocumentConfig = Pick<Config, "units" | "publicOrigin" | "government">;

const documented = openDescriber(problems);
const open = { tag: "Tables", security: [] };

const unit = named(
  "Unit",
  v.strictObject({ code: v.string(), name: words, phone: v.string(), address: words, hours: words }),
);
const facts = named("ProblemFacts", v.strictObject({ code: v.string(), status: v.number(), title: words }));
const index = v.strictObject({
  name: words,
  version: v.string(),
  document: v.string(),
  units: v.string(),
  outcomes: v.string(),
  answers: v.string(),
  guides: v.string(),
  halls: v.string(),
  receptions: v.string(),
  trainings: v.string(),
  advice: v.string(),
});

export function setUpDocument(app: Hono<ApiEnv>, config: DocumentConfig): void {
  addIndex(app, config);
  addProblems(app);
  let made: ReturnType<typeof documentOf> | undefined;
  app.get(
    "/api/v1/openapi.json",
    documented({
      ...open,
      id: "readDocument",
      summary: "This document",
      answers: { 200: { description: "OpenAPI 3.1", schema: v.record(v.string(), v.unknown()) } },
      problems: [],
    }),
    async (context) => {
      made ??= documentOf(app, config);
      return context.json(await made);
    },
  );
}

function addIndex(app: Hono<ApiEnv>, config: DocumentConfig): void {
  app.get(
    "/api/v1",
    documented({
      ...open,
      id: "readIndex",
      summary: "Where everything is",
      answers: { 200: { description: "The index", schema: index } },
      problems: [],
    }),
    (context) =>
      context.json({
        name: config.government,
        version: VERSION,
        document: "/api/v1/openapi.json",
        units: "/api/v1/units",
        outcomes: "/api/v1/disclosure/outcomes",
        answers: "/api/v1/disclosure/answers",
        guides: "/api/v1/guides",
        halls: "/api/v1/halls",
        receptions: "/api/v1/receptions",
        trainings: "/api/v1/trainings",
        advice: "/api/v1/advice/answers",
      }),
  );

  app.get(
    "/api/v1/units",
    documented({
      ...open,
      id: "listUnits",
      summary: "The units that can be addressed",
      answers: { 200: { description: "All of them", schema: v.strictObject({ items: v.array(unit) }) } },
      problems: [],
    }),
    (context) => context.json({ items: config.units }),
  );
}

function addProblems(app: Hono<ApiEnv>): void {
  app.get(
    "/api/v1/problems/:code",
    documented({
      ...open,
      id: "readProblem",
      summary: "What a code of a problem means",
      parameters: [
        { in: "path", name: "code", description: "Such as case_not_found", schema: { type: "string" } },
      ],
      answers: { 200: { description: "In words", schema: facts } },
      problems: ["not_found"],
    }),
    (context) => {
      const code = context.req.param("code");
      const found = Object.entries(problems).find(([name]) => name === code);
      if (found === undefined) throw notFound();
      const { status, zh, en } = found[1];
      return context.json({ code: found[0], status, title: { zh, en } });
    },
  );
}

const VERSION = "1.0.0";

/** Of all rooms, those behind doors too. */
async function documentOf(app: Hono<ApiEnv>, config: DocumentConfig) {
  const whole = new Hono();
  for (const room of await roomsOf(app)) whole.route("/", room);
  return generateSpecs(whole, {
    documentation: {
      openapi: "3.1.0",
      info: {
        title: `Yichuang (一窗) · ${config.government.zh}`,
        version: VERSION,
        description: DESCRIPTION,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: config.publicOrigin }],
      tags: [
        { name: "Applicants", description: "For whoever asks for information, or a program on their behalf" },
        { name: "Consulted", description: "For third parties and agencies whose opinion is asked for" },
        { name: "Office", description: "For members of an office and its programs" },
        {
          name: "Guides",
          description: "What can be done, what it takes and where: for everybody, and for caches",
        },
        { name: "Halls", description: "Where one can go and what is free: for everybody" },
        {
          name: "Questions and suggestions",
          description: "Asking without an account, and what others have asked",
        },
        { name: "Tables", description: "What the codes mean" },
      ],
      components: {
        schemas: { Problem: structuredClone(problemSchema) as never },
        securitySchemes: {
          queryCode: {
            type: "apiKey",
            in: "header",
            name: "Query-Code",
            description: "The query code of the receipt",
          },
          phoneLast4: {
            type: "apiKey",
            in: "header",
            name: "Phone-Last4",
            description: "The last four digits of the applicant's telephone",
          },
          consultationToken: {
            type: "apiKey",
            in: "header",
            name: "Consultation-Token",
            description: "The last part of the link that the unit has handed over",
          },
          bearer: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: "An access token (RFC 9068) of the issuer, with roles and unit",
          },
        },
      },
    },
    excludeStaticFile: false,
  });
}

const DESCRIPTION = `The service counter as JSON, for a mini-program, other systems and scripts.

Every problem is an RFC 9457 \`application/problem+json\`; its \`type\` leads to its words in Chinese and English, and
it never holds a value that was sent. An address that does not exist answers 404, a method that it does not take 405.
Guides may be stored by any cache and have an ETag; nothing else here may be stored. No cookie is read or set. Browsers of other sites cannot call this API (there
is no CORS): it is called by servers, scripts and mini-programs.`;
