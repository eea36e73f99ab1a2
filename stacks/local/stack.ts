import { openAssets } from "./assets.ts";
import type { WebAssets } from "./build.ts";
import { blankForm } from "./demo-forms.ts";
import { environmentOf, tableName } from "./environment.ts";
import type { DataFolder } from "./folder.ts";
import { type EntryName, loadFunctions } from "./functions.ts";
import { claimPort } from "./gateway.ts";
import type { LambdaFunction } from "./invoke.ts";
import { startIssuer } from "./issuer.ts";
import { startMail } from "./mail.ts";
import { startOutbox } from "./outbox.ts";
import { tellStores } from "./running.ts";
import { startSchedule } from "./schedule.ts";
import { openSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { openStores, type Stores } from "./stores.ts";
import { startStream } from "./stream.ts";
import { startSweep } from "./sweep.ts";

export interface StackOptions {
  readonly settings: Settings;
  readonly folder: DataFolder;
  /** The bundles of the entries and the web assets, on their way. */
  readonly built: Promise<{ readonly bundleFolder: string; readonly assets: WebAssets }>;
}

export interface Stack {
  readonly publicOrigin: string;
  /** Where the gateway listens. */
  readonly address: string;
  readonly issuer: string;
  /** The page of what was sent. */
  readonly outbox: string;
  readonly clientSecret: string;
  readonly folder: DataFolder;
  readonly dynamodb: Stores["client"];
  /** The embedded DynamoDB's process, 0 for one that somebody else runs. */
  readonly enginePid: number;
  /** Resolves if the embedded DynamoDB ends by itself. */
  readonly broken: Promise<void>;
  stop(): Promise<void>;
}

/** What must be stopped, latest first. */
type Stops = (() => unknown)[];

/** Starts everything in its order; what was started is stopped again when a later part fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: Stops = [];
  const stop = async (): Promise<void> => {
    for (let end = stops.pop(); end !== undefined; end = stops.pop()) await end();
  };
  try {
    return { ...(await assemble(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(options: StackOptions, stops: Stops): Promise<Omit<Stack, "stop">> {
  const { settings, folder } = options;
  const gateway = await claimPort(settings.port);
  stops.push(gateway.stop);

  const address = `http://127.0.0.1:${gateway.port}`;
  const publicOrigin = settings.publicOrigin ?? address;
  const secrets = openSecrets(folder);
  const credentials = settings.credentials ?? {
    accessKeyId: "yichuang",
    secretAccessKey: secrets.s3SecretKey,
  };
  const stores = await openStores({ settings, folder, publicOrigin, credentials });
  stops.push(stores.stop);
  const mail = await startMail(folder.file("mail"));
  stops.push(mail.stop);
  const outbox = await startOutbox({
    mail: folder.file("mail"),
    sms: folder.file("sms"),
    key: secrets.gatewayKey,
  });
  stops.push(outbox.stop);
  stops.push(tellStores(folder, { ...stores, publicOrigin, outbox: outbox.url }));
  const issuer = await startIssuer({
    port: settings.port === 0 ? 0 : gateway.port + 1,
    publicOrigin,
    secrets,
  });
  stops.push(issuer.stop);

  const { assets, bundleFolder } = await options.built;
  const places = {
    publicOrigin,
    issuer: issuer.url,
    smtpUrl: mail.url,
    noticeGateways: outbox.gateways,
    assetsPath: assets.address,
    credentials,
  };
  Object.assign(process.env, environmentOf({ ...places, ...stores, ...secrets }));
  const functions = await loadFunctions(bundleFolder);
  gateway.open({
    publicOrigin,
    functions,
    assets: openAssets(assets.folder, assets.address),
    files: blankForm,
    healthy: stores.healthy,
  });
  issuer.load();
  await startBackground({ stores, functions, folder, credentials, clock: settings.clockSeconds }, stops);
  const { client: dynamodb, enginePid, broken } = stores;
  return {
    publicOrigin,
    address,
    issuer: issuer.url,
    outbox: outbox.url,
    clientSecret: secrets.oidcClientSecret,
    folder,
    dynamodb,
    enginePid,
    broken,
  };
}

interface Background {
  readonly stores: Stores;
  readonly functions: Readonly<Record<EntryName, LambdaFunction>>;
  readonly folder: DataFolder;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Seconds between two runs of the clock. */
  readonly clock: number | undefined;
}

async function startBackground(
  { stores, functions, folder, credentials, clock }: Background,
  stops: Stops,
): Promise<void> {
  const stream = await startStream({
    called: functions.stream,
    endpoint: stores.dynamodbEndpoint,
    credentials,
    tableName,
    positionFile: folder.file("stream.json"),
    failuresFile: folder.file("failures.jsonl"),
  });
  stops.push(stream.stop);
  const pause = clock === undefined ? {} : { pauseMilliseconds: () => clock * 1000 };
  stops.push(startSchedule({ called: functions.schedule, ...pause }).stop);
  const items = stores.enginePid === 0 ? {} : { items: { client: stores.client, tableName } };
  const files = stores.files === undefined ? {} : { files: stores.files };
  stops.push(startSweep({ ...items, ...files }).stop);
}
