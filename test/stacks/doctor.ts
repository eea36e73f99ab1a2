/** Deployments with one thing wrong, to prove that the checks can fail. */
import { expect, test } from "vitest";
import { checks } from "./checks.ts";
import { type Recorded, type Recording, readRecording } from "./recording.ts";

export type Doctor = (
  inputs: Record<string, unknown>,
  resource: Recorded,
) => Record<string, unknown> | undefined;

export const good = readRecording("production");

/** The recording with the resources of one type changed, or taken out where the doctor returns nothing. */
export function doctored(type: string, doctor: Doctor): Recording {
  const resources = good.resources.flatMap((resource) => {
    if (!resource.type.startsWith("aws:") || !resource.type.endsWith(`:${type}`)) return [resource];
    const inputs = doctor({ ...resource.inputs }, resource);
    return inputs === undefined ? [] : [{ ...resource, inputs }];
  });
  return { ...good, resources };
}

export const without =
  (...keys: string[]): Doctor =>
  (inputs) =>
    Object.fromEntries(Object.entries(inputs).filter(([key]) => !keys.includes(key)));
export const having =
  (extra: Record<string, unknown>): Doctor =>
  (inputs) => ({ ...inputs, ...extra });
export const nothing: Doctor = () => undefined;

export const policy = (statement: object) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] });
export const role = (statement: object) =>
  having({ inlinePolicies: [{ name: "inline", policy: policy(statement) }] });
export const tableArn = "arn:aws:dynamodb:ap-east-1:123456789012:table/StorageTable";

/** Each check must pass what was recorded, and name what is wrong with the doctored recording. */
export function prove(
  cases: readonly [check: string, what: string, recording: Recording, finding: RegExp][],
) {
  test.each(cases)("%s finds %s", (check, _, recording, finding) => {
    expect(checks[check]?.(good)).toEqual([]);
    expect(checks[check]?.(recording).join("\n")).toMatch(finding);
  });
}
