import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  both,
  type Change,
  post,
  type Rig,
  replace,
  set,
  signForm,
  signPolicy,
  startRig,
  without,
} from "./support/s3.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const later = "2099-01-01T00:00:00.000Z";
const names = [
  "key",
  "bucket",
  "x-amz-algorithm",
  "x-amz-credential",
  "x-amz-date",
  "x-amz-meta-draft",
  "content-type",
];
const anything = names.map((name) => ["starts-with", `$${name}`, ""]);
/** A policy that we signed, with conditions of the test's choice. */
const policy = (conditions: unknown, expiration: unknown = later): Change =>
  signPolicy(JSON.stringify({ expiration, conditions }));

describe("a form that was changed on its way", () => {
  const cases: [string, Change, string][] = [
    ["no policy at all", without("Policy"), "403 AccessDenied"],
    ["no signature", without("X-Amz-Signature"), "400 InvalidArgument"],
    ["no credential", without("X-Amz-Credential"), "400 InvalidArgument"],
    ["no date", without("X-Amz-Date"), "400 InvalidArgument"],
    ["no algorithm", without("X-Amz-Algorithm"), "400 InvalidArgument"],
    ["another algorithm", set("X-Amz-Algorithm", "AWS4-HMAC-SHA1"), "400 InvalidArgument"],
    ["another signature", set("X-Amz-Signature", "0".repeat(64)), "403 SignatureDoesNotMatch"],
    ["a short signature", set("X-Amz-Signature", "00"), "403 SignatureDoesNotMatch"],
    ["another key id", replace("X-Amz-Credential", "local/", "other/"), "403 InvalidAccessKeyId"],
    [
      "another region",
      replace("X-Amz-Credential", "cn-north-1", "eu-west-1"),
      "400 AuthorizationHeaderMalformed",
    ],
    ["another service", replace("X-Amz-Credential", "/s3/", "/iam/"), "400 AuthorizationHeaderMalformed"],
    ["another day", set("X-Amz-Date", "20000101T000000Z"), "400 AuthorizationHeaderMalformed"],
    ["another policy", set("Policy", Buffer.from("{}").toString("base64")), "403 SignatureDoesNotMatch"],
    ["a policy that is no base64", set("Policy", "§"), "403 SignatureDoesNotMatch"],
    ["another key", set("key", "kept/a"), "403 AccessDenied"],
    ["a key that only begins alike", set("key", "incoming/ab"), "403 AccessDenied"],
    ["another bucket's name", set("bucket", "other"), "403 AccessDenied"],
    ["other metadata", set("x-amz-meta-draft", "d2"), "403 AccessDenied"],
    ["metadata left out", without("x-amz-meta-draft"), "403 AccessDenied"],
    ["a field that nobody allowed", set("acl", "public-read"), "403 AccessDenied"],
    [
      "a redirect that nobody allowed",
      set("success_action_redirect", "https://evil.example"),
      "403 AccessDenied",
    ],
    ["20 KB of fields", set("x-ignore-long", "x".repeat(21_000)), "400 MaxPostPreDataLengthExceeded"],
    ["a key of 1,025 bytes", both(set("key", "k".repeat(1025)), policy(anything)), "400 KeyTooLongError"],
    ["no key", both(without("key"), policy(anything.slice(1))), "400 InvalidArgument"],
    [
      "3 KB of metadata",
      both(set("x-amz-meta-draft", "m".repeat(3000)), policy(anything)),
      "400 MetadataTooLarge",
    ],
  ];
  test.each(cases)("%s", async (_, change, answer) => {
    const refused = await post(await signForm(rig.client), change);
    expect(`${refused.status} ${refused.code}`).toBe(answer);
  });

  test("is told which condition failed", async () => {
    const refused = await post(await signForm(rig.client), set("key", "kept/a"));
    expect(refused.message).toContain(
      "Policy Condition failed: [&#34;eq&#34;,&#34;$key&#34;,&#34;incoming/a&#34;]",
    );
  });
});

describe("a policy of our own that S3 would not take", () => {
  const cases: [string, Change, string][] = [
    ["expired", policy(anything, "2020-01-01T00:00:00Z"), "403 AccessDenied"],
    ["no JSON", signPolicy("{"), "400 InvalidPolicyDocument"],
    ["no object", signPolicy("null"), "400 InvalidPolicyDocument"],
    ["no end", policy(anything, null), "400 InvalidPolicyDocument"],
    ["an end at no time", policy(anything, "soon"), "400 InvalidPolicyDocument"],
    ["an end in another zone", policy(anything, "2099-01-01T00:00:00+08:00"), "400 InvalidPolicyDocument"],
    ["no conditions", policy(undefined), "400 InvalidPolicyDocument"],
    ["an unknown operation", policy([["ends-with", "$key", "a"]]), "400 InvalidPolicyDocument"],
    ["a field without its sign", policy([["eq", "key", "a"]]), "400 InvalidPolicyDocument"],
    ["a condition on nothing", policy([{}]), "400 InvalidPolicyDocument"],
    ["a condition on two things", policy([{ key: "a", acl: "b" }]), "400 InvalidPolicyDocument"],
    ["a negative size", policy([["content-length-range", -1, 5]]), "400 InvalidPolicyDocument"],
    ["a size that is none", policy([["content-length-range", 1, "many"]]), "400 InvalidPolicyDocument"],
    ["a condition on a missing field", policy([...anything, { acl: "private" }]), "403 AccessDenied"],
    [
      "two ranges that exclude each other",
      policy([...anything, ["content-length-range", 1, 9], ["content-length-range", 8, 20]]),
      "400 EntityTooSmall",
    ],
  ];
  test.each(cases)("%s", async (_, change, answer) => {
    const refused = await post(await signForm(rig.client), change);
    expect(`${refused.status} ${refused.code}`).toBe(answer);
  });

  test("but an escaped dollar sign and a list of content types are understood", async () => {
    const conditions = [...anything.slice(0, -1), ["starts-with", "$content-type", "image/"]];
    const document = JSON.stringify({ expiration: later, conditions }).replace('"$key"', '"\\$key"');
    const send = async (type: string) =>
      post(await signForm(rig.client), both(set("Content-Type", type), signPolicy(document)));
    expect((await send("image/png, image/jpeg")).status).toBe(204);
    expect((await send("image/png, text/html")).code).toBe("AccessDenied");
  });
});
