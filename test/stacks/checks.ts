/** What must be true of roles and names, and the list of all checks. */
import { type Check, text, unless } from "./check.ts";
import { alarms, gateway, lambdas, schedules, streams } from "./checks.running.ts";
import { buckets, keys, retention, table } from "./checks.storage.ts";
import { parsePolicy, type Statement, statementsOf } from "./policy.ts";
import { all, type Recording } from "./recording.ts";

/** Wildcards that AWS needs, and why. Everything else with a `*` is a finding. */
const WILDCARDS: readonly { readonly resource: RegExp; readonly because: string }[] = [
  {
    resource: /:s3:::[^/*]*filesbucket[^/*]*\/(incoming|kept|index|letters|templates|bundles)\/\*$/,
    because: "objects are named when they come",
  },
  {
    resource: /:s3:::[^/*]*assetsbucket[^/*]*\/\*$/,
    because: "the CDN reads every public file, and no other bucket",
  },
  { resource: /:Log-[a-z]+:\*$/, because: "Lambda makes log streams as it needs them" },
];

export const wildcards: Check = (recording) => [
  ...policies(recording).flatMap(({ owner, statements }) =>
    statements
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Action, Resource, Principal }) => [
        ...Action.filter((action) => action.includes("*")).map((action) => `${owner} allows ${action}`),
        ...Resource.filter(isTooWide).map((resource) => `${owner} reaches ${resource}`),
        ...unless(!text(Principal ?? {}).includes('"*"'), `${owner} lets everybody in`),
      ]),
  ),
  ...all(recording, "Role").flatMap(({ name, inputs }) =>
    ((inputs.managedPolicyArns ?? []) as string[]).map((arn) => `${name} has the managed policy ${arn}`),
  ),
];

const isTooWide = (resource: string): boolean =>
  resource.includes("*") && !WILDCARDS.some((exception) => exception.resource.test(resource));

function policies(recording: Recording): readonly { owner: string; statements: readonly Statement[] }[] {
  return [
    ...all(recording, "Role").map((role) => ({ owner: role.name, statements: statementsOf(role) })),
    ...all(recording, "BucketPolicy").map(({ name, inputs }) => ({
      owner: name,
      statements: parsePolicy(inputs.policy),
    })),
  ];
}

/** Roles are for services, never for people or for the account as a whole. */
export const trust: Check = (recording) =>
  all(recording, "Role").flatMap(({ name, inputs }) =>
    parsePolicy(inputs.assumeRolePolicy).flatMap(({ Principal }) =>
      Object.keys(Principal ?? { nobody: [] })
        .filter((kind) => kind !== "Service")
        .map((kind) => `${name} trusts ${kind} ${text(Principal?.[kind])}`),
    ),
  );

/** No ARN of another partition: it would be refused in China. */
export const partitions: Check = (recording) => {
  const home =
    all(recording, "Table").length > 0 ? /arn:(aws[a-z-]*):dynamodb/.exec(text(recording))?.[1] : "";
  const foreign = [...text(recording.resources).matchAll(/arn:(aws[a-z-]*):[a-z0-9-]+:/g)].filter(
    ([, partition]) => partition !== home,
  );
  return [...new Set(foreign.map(([arn]) => `${arn} is not of the partition ${home}`))];
};

export const checks: Readonly<Record<string, Check>> = {
  wildcards,
  trust,
  table,
  retention,
  keys,
  buckets,
  schedules,
  streams,
  alarms,
  partitions,
  gateway,
  lambdas,
};
