/** The settings of a deployment, read once and checked before anything else is built. The only file that knows sst. */
import { Resource } from "sst/resource";
import * as v from "valibot";

const words = v.strictObject({ zh: v.string(), en: v.string() });
const unit = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,20}$/)),
  name: words,
  phone: v.string(),
  address: words,
  /** When it can be reached, in words. */
  hours: v.optional(words, {
    zh: "工作日 9:00–12:00、13:30–17:00",
    en: "Working days 9:00–12:00, 13:30–17:00",
  }),
});
/** A unit (单位) of the government that can be addressed. */
export type Unit = v.InferOutput<typeof unit>;

const origin = v.pipe(v.string(), v.url(), v.regex(/[^/]$/, "must not end with a slash"));
const parsedJson = v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
  try {
    return JSON.parse(dataset.value);
  } catch {
    addIssue({ message: "must be JSON" });
    return NEVER;
  }
});

const schema = v.object({
  TABLE_NAME: v.string(),
  BUCKET_NAME: v.string(),
  /** What people see in the address bar, such as `https://banshi.example.gov.cn`. */
  PUBLIC_ORIGIN: origin,
  ASSETS_PATH: v.pipe(v.string(), v.startsWith("/")),
  /** Administrative division code (区划), six digits, GB/T 2260. */
  REGION_CODE: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  GOVERNMENT_NAME_ZH: v.string(),
  GOVERNMENT_NAME_EN: v.string(),
  UNITS: v.pipe(v.string(), parsedJson, v.array(unit), v.minLength(1)),
  /** A map's search with `{address}` where the address goes; `none` for no links to maps. */
  MAP_SEARCH: v.optional(
    v.union([v.literal("none"), v.pipe(v.string(), v.regex(/^https:\/\/[^{]*\{address\}/))]),
    "https://uri.amap.com/search?keyword={address}&src=yichuang",
  ),
  OIDC_ISSUER: v.pipe(v.string(), v.url()),
  OIDC_CLIENT_ID: v.string(),
  OIDC_AUDIENCE: v.string(),
  OIDC_ROLES_CLAIM: v.optional(v.string(), "roles"),
  OIDC_UNIT_CLAIM: v.optional(v.string(), "unit"),
  DYNAMODB_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  S3_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  S3_PUBLIC_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  /** The origin that browsers post files to; what the content security policy lets them. */
  UPLOAD_ORIGIN: v.optional(origin),
  /** ClamAV's daemon, `tcp://host:3310`, that looks at outgoing files; without one the office is told that there is none. */
  CLAMD_URL: v.optional(v.pipe(v.string(), v.regex(/^tcp:\/\/[^/\s]+$/))),
  SMTP_URL: v.optional(v.pipe(v.string(), v.url())),
  MAIL_FROM: v.optional(v.string()),
  /** Which way a notice goes: the first of these for which somebody gave an address. */
  NOTICE_CHANNELS: v.optional(v.pipe(v.string(), v.regex(/^(sms|mail)(,(sms|mail))?$/)), "sms,mail"),
  /** When no telephone rings, on the clock of Asia/Shanghai; `none` for never. */
  NOTICE_QUIET_HOURS: v.optional(
    v.pipe(v.string(), v.regex(/^(none|\d{2}:\d{2}-\d{2}:\d{2})$/)),
    "21:00-08:00",
  ),
  /** How many SMS a case or a booking may cost; then mail and the page alone. */
  NOTICE_MOST_SMS: v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/)), "6"),
  /** On one machine the gateway is on the machine itself. */
  NOTICE_PRIVATE_ADDRESSES: v.optional(v.literal("allowed")),
});

export type Config = ReturnType<typeof readConfig>;

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the environment. Throws a ConfigError that names each wrong setting and never its value. The list of units is
 * linked, because a county's is longer than Lambda lets all variables be; the variable `UNITS` goes before it.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env) {
  const read = v.safeParse(schema, { ...environment, UNITS: environment.UNITS ?? linked("Units") });
  if (!read.success) {
    const wrong = read.issues.map((issue) => `${v.getDotPath(issue) ?? "?"} (${issue.type})`);
    throw new ConfigError(`Wrong or missing settings: ${wrong.join(", ")}`);
  }
  const value = read.output;
  return {
    tableName: value.TABLE_NAME,
    bucketName: value.BUCKET_NAME,
    publicOrigin: value.PUBLIC_ORIGIN,
    assetsPath: value.ASSETS_PATH,
    regionCode: value.REGION_CODE,
    government: { zh: value.GOVERNMENT_NAME_ZH, en: value.GOVERNMENT_NAME_EN },
    units: value.UNITS as readonly Unit[],
    mapSearch: value.MAP_SEARCH === "none" ? undefined : value.MAP_SEARCH,
    oidc: {
      issuer: value.OIDC_ISSUER,
      clientId: value.OIDC_CLIENT_ID,
      audience: value.OIDC_AUDIENCE,
      rolesClaim: value.OIDC_ROLES_CLAIM,
      unitClaim: value.OIDC_UNIT_CLAIM,
    },
    dynamodbEndpoint: value.DYNAMODB_ENDPOINT,
    s3Endpoint: value.S3_ENDPOINT,
    s3PublicEndpoint: value.S3_PUBLIC_ENDPOINT,
    uploadOrigin: value.UPLOAD_ORIGIN ?? value.S3_PUBLIC_ENDPOINT ?? value.S3_ENDPOINT,
    clamd: value.CLAMD_URL,
    mail: value.SMTP_URL ? { url: value.SMTP_URL, from: value.MAIL_FROM ?? "noreply@localhost" } : undefined,
    notices: {
      order: value.NOTICE_CHANNELS.split(",") as readonly ("sms" | "mail")[],
      quietHours: value.NOTICE_QUIET_HOURS,
      mostSms: Number(value.NOTICE_MOST_SMS),
      mayBePrivate: value.NOTICE_PRIVATE_ADDRESSES === "allowed",
    },
  };
}

/** A secret that the function is linked to. Throws a ConfigError where it is not linked. */
export function readSecret(name: "DataKeys" | "OidcClientSecret" | "NoticeGateways"): string {
  const value = linked(name);
  if (value === undefined) throw new ConfigError(`The secret ${name} is not linked or has no value`);
  return value;
}

function linked(name: string): string | undefined {
  try {
    return (Resource as unknown as Record<string, { value?: string }>)[name]?.value;
  } catch {
    // What is not linked is not even looked at without an error.
    return undefined;
  }
}
