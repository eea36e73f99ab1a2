import { StartFailure } from "./failure.ts";

/** What the environment says about the stack on one machine. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly folder: string;
  readonly dynamodbEndpoint: string | undefined;
  readonly s3Endpoint: string | undefined;
  /** Without a trailing slash; `http://127.0.0.1:PORT` when undefined. */
  readonly publicOrigin: string | undefined;
  /** Seconds between two runs of the clock; undefined for the quarters of the hour. */
  readonly clockSeconds: number | undefined;
  /** For a store that somebody else runs; the embedded ones make their own. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = Number(given("PORT") ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartFailure("PORT must be a whole number from 0 to 65535.");
  const clockSeconds = given("CLOCK_SECONDS") === undefined ? undefined : Number(given("CLOCK_SECONDS"));
  if (clockSeconds !== undefined && !(Number.isInteger(clockSeconds) && clockSeconds >= 1))
    throw new StartFailure("CLOCK_SECONDS must be a whole number from 1.");
  const [accessKeyId, secretAccessKey] = [given("AWS_ACCESS_KEY_ID"), given("AWS_SECRET_ACCESS_KEY")];
  const external = given("DYNAMODB_ENDPOINT") !== undefined || given("S3_ENDPOINT") !== undefined;
  return {
    port,
    clockSeconds,
    folder: given("DATA_DIR") ?? ".data",
    dynamodbEndpoint: address("DYNAMODB_ENDPOINT", given("DYNAMODB_ENDPOINT")),
    s3Endpoint: address("S3_ENDPOINT", given("S3_ENDPOINT")),
    publicOrigin: origin(given("PUBLIC_ORIGIN")),
    credentials: external && accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

function address(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new StartFailure(`${name} must be an address such as http://127.0.0.1:8000.`);
  return value.replace(/\/+$/, "");
}

function origin(value: string | undefined): string | undefined {
  const read = address("PUBLIC_ORIGIN", value);
  if (read !== undefined && new URL(read).origin !== read)
    throw new StartFailure(
      "PUBLIC_ORIGIN must be an origin such as https://banshi.example.gov.cn, without a path.",
    );
  return read;
}
