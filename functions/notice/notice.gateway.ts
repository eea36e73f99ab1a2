/**
 * A generic gateway over HTTPS: for SMS and for the robots of WeCom, DingTalk and Feishu. What differs between them is
 * data: an address, headers and a body with places in braces, a signature (HMAC-SHA256), and how success is told.
 */
import { createHmac } from "node:crypto";
import * as v from "valibot";
import type { Clock } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { OutsideOptions } from "../kit/outside.ts";
import { callOutside, OutsideError } from "../kit/outside.ts";
import { NotTaken } from "./notice.failure.ts";
import type { Message, Sender } from "./notice.message.ts";
import { fitted, SMS_CHARACTERS } from "./notice.message.ts";

/**
 * Places: {to} {text} {name} {template} {lang} {variables} {key} {timestamp} (milliseconds) {seconds} {signature}.
 * `{body}` stands in `sign.over` alone. Values are written as the part needs it: escaped in JSON, encoded in a form or an
 * address.
 */
export const gatewaySchema = v.strictObject({
  url: v.pipe(v.string(), v.url()),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.string(),
  encoding: v.optional(v.picklist(["json", "form"]), "json"),
  /** What the gateway has given us; never in a log. */
  key: v.optional(v.string(), ""),
  sign: v.optional(
    v.strictObject({
      /** What is signed, such as `{timestamp}\n{body}`. */
      over: v.string(),
      /** By what, such as `{key}`; Feishu signs nothing by `{seconds}\n{key}`. */
      by: v.optional(v.string(), "{key}"),
      as: v.optional(v.picklist(["hex", "base64"]), "hex"),
    }),
  ),
  /** A field of the JSON answer that says so, such as `errcode` equal to `0`; without it, any status of 2xx. */
  accepts: v.optional(v.strictObject({ field: v.string(), equals: v.string() })),
  /** Answers of that field which trying again would not change, such as a number that does not exist. */
  refuses: v.optional(v.array(v.string()), []),
  /** Numbers of the texts as the gateway knows them, by our names, `booking_made` or `booking_made.en`. */
  templates: v.optional(v.record(v.string(), v.string()), {}),
  /** The signature in front of every text (【示范县】), counted with it. */
  prefix: v.optional(v.string(), ""),
  mostCharacters: v.optional(v.pipe(v.number(), v.minValue(20)), SMS_CHARACTERS),
});
export type GatewaySettings = v.InferOutput<typeof gatewaySchema>;

const settingsSchema = v.strictObject({
  sms: v.optional(gatewaySchema),
  /** Tells the office's group of what could not be delivered. */
  robot: v.optional(gatewaySchema),
});
export type GatewaysSettings = v.InferOutput<typeof settingsSchema>;

/** The secret `NoticeGateways`. Throws an Error that names the wrong fields and never a value. */
export function readGateways(secret: string): GatewaysSettings {
  let value: unknown;
  try {
    value = JSON.parse(secret);
  } catch {
    throw new Error("the secret NoticeGateways is not JSON");
  }
  const read = v.safeParse(settingsSchema, value);
  if (read.success) return read.output;
  const wrong = read.issues.map((issue) => v.getDotPath(issue) ?? "?");
  throw new Error(`wrong in the secret NoticeGateways: ${wrong.join(", ")}`);
}

type Values = Readonly<Record<string, string>>;
const filled = (template: string, values: Values, write: (value: string) => string = String): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : write(value);
  });

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);

export interface GatewayOptions {
  readonly settings: GatewaySettings;
  readonly clock: Clock;
  readonly outside: OutsideOptions;
}

/** The request that a message becomes. */
export function gatewayRequest(settings: GatewaySettings, to: string, message: Message, now: string) {
  const { prefix, mostCharacters, templates, sign, key } = settings;
  const milliseconds = millisecondsOf(now);
  const values: Values = {
    to,
    text: prefix + fitted(message.short, mostCharacters - prefix.length),
    name: message.name,
    template:
      templates[`${message.template}.${message.lang}`] ?? templates[message.template] ?? message.template,
    lang: message.lang,
    variables: JSON.stringify(message.variables),
    key,
    timestamp: String(milliseconds),
    seconds: String(Math.floor(milliseconds / 1000)),
  };
  const write = settings.encoding === "json" ? inJson : encodeURIComponent;
  const unsigned = filled(settings.body, values, write);
  const signature =
    sign === undefined
      ? ""
      : createHmac("sha256", filled(sign.by, values))
          .update(filled(sign.over, { ...values, body: unsigned }))
          .digest(sign.as);
  const signed: Values = { ...values, signature };
  const type = settings.encoding === "json" ? "application/json" : "application/x-www-form-urlencoded";
  const headers = Object.entries(settings.headers).map(([name, value]) => [name, filled(value, signed)]);
  return {
    url: filled(settings.url, signed, encodeURIComponent),
    headers: { "content-type": `${type}; charset=utf-8`, ...Object.fromEntries(headers) },
    // One pass, so that what stands in a text is never taken for a place.
    body: sign?.over.includes("{body}") ? unsigned : filled(settings.body, signed, write),
  };
}

export function openGateway({ settings, clock, outside }: GatewayOptions): Sender {
  return {
    async send(to, message) {
      const answer = await callOutside(gatewayRequest(settings, to, message, clock()), outside).catch(
        (cause: unknown) => {
          const isTimeout = cause instanceof OutsideError && cause.kind === "timeout";
          throw new NotTaken(isTimeout ? "timeout" : "unavailable", false, { cause });
        },
      );
      judge(settings, answer);
    },
  };
}

/** Statuses of 4xx which say that the same request may be taken later. */
const passing = new Set([401, 403, 408, 425, 429]);

function judge({ accepts, refuses }: GatewaySettings, { status, body }: { status: number; body: string }) {
  if (status >= 400 && status < 500 && !passing.has(status)) throw new NotTaken("refused", true);
  if (status < 200 || status > 299) throw new NotTaken("unavailable", false);
  if (accepts === undefined) return;
  const told = fieldIn(body, accepts.field);
  if (told === accepts.equals) return;
  const isPermanent = told !== undefined && refuses.includes(told);
  throw new NotTaken(isPermanent ? "refused" : "unavailable", isPermanent);
}

function fieldIn(body: string, field: string): string | undefined {
  try {
    let value: unknown = JSON.parse(body);
    for (const name of field.split(".")) value = (value as Record<string, unknown> | null)?.[name];
    return value === undefined || value === null ? undefined : String(value);
  } catch {
    return undefined;
  }
}
