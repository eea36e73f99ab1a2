/** What the product adds to the database: requests through the Lambda handler, against the SDK calls they make. */
import { randomUUID } from "node:crypto";
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { BatchGetCommandInput, TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { apiApp } from "../../functions/app.api.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { headKey } from "../../functions/case/case.store.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { httpHandler } from "../../functions/kit/lambda.ts";
import { openTable } from "../../functions/kit/table.ts";
import { openProgressService } from "../../functions/progress/progress.service.ts";
import { openProgressStore } from "../../functions/progress/progress.store.ts";
import { application } from "../support/application.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { benchEngine } from "./engine.ts";
import type { Row } from "./measure.ts";
import { inTurns, time } from "./measure.ts";

const REQUESTS_PER_ROUND = 40;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}
type Call = (
  method: string,
  path: string,
  headers?: Record<string, string>,
  body?: unknown,
) => Promise<Answer>;

function caller(handler: ReturnType<typeof httpHandler>): Call {
  return async (method, path, headers = {}, body = undefined) => {
    const event = {
      version: "2.0",
      routeKey: "$default",
      rawPath: path,
      rawQueryString: "",
      headers: { host: "example.invalid", "content-type": "application/json", ...headers },
      requestContext: {
        domainName: "example.invalid",
        http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "bench" },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      isBase64Encoded: false,
    };
    const context = { getRemainingTimeInMillis: () => 10_000, functionName: "bench", awsRequestId: "bench" };
    return (await handler(event, context as never, () => {})) as Answer;
  };
}

/** The product on an engine of its own, with its requests to the engine remembered, to be sent again bare. */
async function product() {
  const { client, stop } = await benchEngine();
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const seen: { transaction?: TransactWriteCommandInput; batch?: BatchGetCommandInput } = {};
  const watching = Object.assign(Object.create(documents), {
    send: (command: { input: object }) => {
      if (command instanceof TransactWriteCommand) seen.transaction = command.input;
      if (command instanceof BatchGetCommand) seen.batch = command.input;
      return documents.send(command as never);
    },
  });
  const table = openTable({ client: watching, name: "yichuang" });
  const { disclosure, options, vault } = disclosureOn(table);
  const store = openProgressStore({ table, vault, headKey });
  const heads = partsOf(options).cases;
  const { clock } = options;
  const progress = openProgressService({ store, vault, clock, calendar: chinaCalendar(), heads, disclosure });
  const unit = {
    code: "zfb",
    name: { zh: "办公室", en: "Office" },
    phone: "0",
    address: { zh: "", en: "" },
    hours: { zh: "", en: "" },
  };
  const config = {
    units: [unit],
    publicOrigin: "https://example.invalid",
    government: { zh: "县", en: "County" },
  };
  const services = { config, log: silent, clock, disclosure, progress, vault } as unknown as Parameters<
    typeof apiApp
  >[0];
  const attachments = { offer: async () => ({}), accept: async () => ({}), remove: async () => {} };
  const logger = new Logger({ logLevel: "SILENT" });
  const handler = httpHandler(apiApp({ ...services, attachments } as never), {
    logger,
    metrics: new Metrics({ namespace: "bench" }),
  });
  return { call: caller(handler), documents, seen, stop };
}

let numbers = 0;
/** The same transaction for another case: keys and token differ, sizes and conditions are the same. */
function renumbered(input: TransactWriteCommandInput): TransactWriteCommandInput {
  numbers += 1;
  const suffix = `~${String(numbers).padStart(6, "0")}`;
  const TransactItems = (input.TransactItems ?? []).map((item) =>
    item.Put === undefined
      ? item
      : { Put: { ...item.Put, Item: { ...item.Put.Item, pk: `${item.Put.Item?.pk}${suffix}` } } },
  );
  return { ...input, TransactItems, ClientRequestToken: randomUUID() };
}

export async function benchRequests(rounds: number): Promise<readonly Row[]> {
  const { call, documents, seen, stop } = await product();
  let keys = 0;
  const submit = async () => {
    keys += 1;
    const key = { "idempotency-key": `bench-request-${String(keys).padStart(8, "0")}` };
    const answer = await call("POST", "/api/v1/disclosure-requests", key, application);
    if (answer.statusCode !== 201)
      throw new Error(`submitting answered ${answer.statusCode}: ${answer.body}`);
    return JSON.parse(answer.body) as { reference: string; queryCode: string };
  };
  const { reference, queryCode } = await submit();
  const track = async () => {
    const answer = await call("GET", `/api/v1/cases/${reference}`, { "query-code": queryCode });
    if (answer.statusCode !== 200) throw new Error(`tracking answered ${answer.statusCode}`);
  };
  await track();
  const { transaction, batch } = seen;
  if (transaction === undefined || batch === undefined)
    throw new Error("the requests to the engine were not seen");
  const rawSubmit = () => documents.send(new TransactWriteCommand(renumbered(transaction)));
  const rawTrack = () => documents.send(new BatchGetCommand(batch));
  const many = (work: () => Promise<unknown>) => () =>
    time(async () => {
      for (let n = 0; n < REQUESTS_PER_ROUND; n += 1) await work();
    });
  const works = {
    submit: many(submit),
    rawSubmit: many(rawSubmit),
    track: many(track),
    rawTrack: many(rawTrack),
  };
  try {
    await inTurns(works, 2);
    const measured = await inTurns(works, rounds);
    const row = (what: "submit" | "track", raw: "rawSubmit" | "rawTrack", kind: "wall" | "cpu"): Row => {
      const own = measured[what][`${kind}Milliseconds`] / REQUESTS_PER_ROUND;
      const floor = measured[raw][`${kind}Milliseconds`] / REQUESTS_PER_ROUND;
      const detail = `${own.toFixed(2)} ms against ${floor.toFixed(2)} ms`;
      return {
        what: `${what}, ${kind} time`,
        floor: "the raw SDK call it makes",
        ratio: own / floor,
        detail,
      };
    };
    return [
      row("submit", "rawSubmit", "wall"),
      row("submit", "rawSubmit", "cpu"),
      row("track", "rawTrack", "wall"),
      row("track", "rawTrack", "cpu"),
    ];
  } finally {
    await stop();
  }
}
