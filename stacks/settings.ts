/** What differs between deployments. Read from the variables of the deploy command (or `.env.<stage>`). */

export interface Settings {
  readonly name: string;
  /** Production keeps its data, is protected against removal, and has someone to wake. */
  readonly production: boolean;
  /** What people type, `banshi.example.gov.cn`. A stage without one answers at the address that AWS gives it. */
  readonly domain: { readonly name: string; readonly certificate?: string } | undefined;
  /** Host name of the static files' CDN. Needed in China, where CloudFront serves nothing under its own name. */
  readonly assetsDomain: { readonly name: string; readonly certificate: string } | undefined;
  readonly alarmEmail: string | undefined;
  /** Where `npm run build` has put the static files. */
  readonly assetsFolder: string;
  readonly functionsFolder: string;
  /** The units that can be addressed, as JSON. Too long for a variable, which Lambda allows 4 KB of in all. */
  readonly units: string;
  /** Variables that every function gets as they are. */
  readonly functions: Readonly<Record<string, string>>;
  /** Variables of the functions that send notices. The URL of the mail server may hold a password. */
  readonly notices: Readonly<Record<string, string>>;
}

export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

type Environment = Readonly<Record<string, string | undefined>>;

const REQUIRED = [
  "REGION_CODE",
  "GOVERNMENT_NAME_ZH",
  "GOVERNMENT_NAME_EN",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_AUDIENCE",
];
const OPTIONAL = ["OIDC_ROLES_CLAIM", "OIDC_UNIT_CLAIM", "LOG_LEVEL", "MAP_SEARCH", "CLAMD_URL"];
const NOTICES = ["SMTP_URL", "MAIL_FROM", "NOTICE_CHANNELS", "NOTICE_QUIET_HOURS", "NOTICE_MOST_SMS"];
const PRODUCTION = ["PUBLIC_DOMAIN", "ALARM_EMAIL"];
const TOGETHER = [
  ["ASSETS_DOMAIN", "ASSETS_CERTIFICATE"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;
/** Lambda takes 4 KB of variables in all; names and addresses of the resources need the rest. */
const MOST_BYTES = 3000;

/** Throws a SettingsError that names everything that is wrong at once, and never a value. */
export function readSettings(name: string, environment: Environment): Settings {
  const production = name === "production";
  const given = (variable: string) => environment[variable]?.trim() || undefined;
  const wanted = [...REQUIRED, "UNITS", ...(production ? PRODUCTION : [])];
  const wrong = [
    ...wanted.filter((variable) => given(variable) === undefined).map((variable) => `${variable} is missing`),
    ...TOGETHER.filter(([one, other]) => (given(one) === undefined) !== (given(other) === undefined)).map(
      (pair) => `${pair.join(" and ")} must be given together`,
    ),
    ...checkShapes(given),
  ];
  if (wrong.length > 0) throw new SettingsError(`Cannot deploy stage ${name}: ${wrong.join("; ")}.`);

  const pick = (variables: readonly string[]) =>
    Object.fromEntries(variables.flatMap((key) => (given(key) ? [[key, given(key) as string]] : [])));
  const host = given("PUBLIC_DOMAIN");
  const certificate = given("DOMAIN_CERTIFICATE");
  const assets = given("ASSETS_DOMAIN");
  return {
    name,
    production,
    domain: host ? { name: host, ...(certificate ? { certificate } : {}) } : undefined,
    assetsDomain: assets ? { name: assets, certificate: given("ASSETS_CERTIFICATE") ?? "" } : undefined,
    alarmEmail: given("ALARM_EMAIL"),
    assetsFolder: given("ASSETS_FOLDER") ?? ".build/assets",
    functionsFolder: given("FUNCTIONS_FOLDER") ?? ".build/deploy",
    units: given("UNITS") as string,
    functions: pick([...REQUIRED, ...OPTIONAL]),
    notices: pick(NOTICES),
  };
}

function checkShapes(given: (variable: string) => string | undefined): string[] {
  const wrong: string[] = [];
  const expect = (variable: string, test: (value: string) => boolean, rule: string) => {
    const value = given(variable);
    if (value !== undefined && !test(value)) wrong.push(`${variable} ${rule}`);
  };
  const isHost = (value: string) => /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(value);
  expect("PUBLIC_DOMAIN", isHost, "must be a host name without https:// and without a path");
  expect("ASSETS_DOMAIN", isHost, "must be a host name without https:// and without a path");
  expect(
    "REGION_CODE",
    (value) => /^\d{6}$/.test(value),
    "must be the six digits of the division (GB/T 2260)",
  );
  expect("OIDC_ISSUER", (value) => /^https:\/\/[^/]/.test(value), "must begin with https://");
  expect(
    "MAP_SEARCH",
    (value) => value === "none" || /^https:\/\/[^{]*\{address\}/.test(value),
    "must be none, or begin with https:// and hold {address}",
  );
  expect(
    "NOTICE_CHANNELS",
    (value) => /^(sms|mail)(,(sms|mail))?$/.test(value),
    "must be sms,mail or mail,sms or one of them",
  );
  expect(
    "NOTICE_QUIET_HOURS",
    (value) => value === "none" || /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/.test(value),
    "must be none or hours such as 21:00-08:00",
  );
  expect("NOTICE_MOST_SMS", (value) => /^\d{1,2}$/.test(value), "must be a number from 0 to 99");
  expect("ALARM_EMAIL", (value) => /^[^@\s]+@[^@\s]+$/.test(value), "must be an e-mail address");
  expect("UNITS", isNonEmptyArray, "must be a JSON array with at least one unit");
  const bytes = [...REQUIRED, ...OPTIONAL, ...NOTICES].reduce(
    (sum, key) => sum + Buffer.byteLength(given(key) ?? ""),
    0,
  );
  if (bytes > MOST_BYTES) wrong.push(`the names and addresses are too long: ${bytes} of ${MOST_BYTES} bytes`);
  return wrong;
}

function isNonEmptyArray(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length > 0;
  } catch {
    return false;
  }
}
