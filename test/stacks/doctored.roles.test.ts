/** A check that cannot fail proves nothing: each is shown a deployment with one thing wrong and must name it. */
import { expect, test } from "vitest";
import { doctored, good, having, policy, prove, role, tableArn } from "./doctor.ts";
import { allows, onItem, roleOf, statementsOf } from "./policy.ts";

prove([
  [
    "wildcards",
    "all of DynamoDB",
    doctored("Role", role({ Action: "dynamodb:*", Resource: tableArn })),
    /allows dynamodb:\*/,
  ],
  [
    "wildcards",
    "any table",
    doctored("Role", role({ Action: "dynamodb:GetItem", Resource: "*" })),
    /reaches \*/,
  ],
  [
    "wildcards",
    "every index",
    doctored("Role", role({ Action: "dynamodb:Query", Resource: `${tableArn}/index/*` })),
    /index/,
  ],
  [
    "wildcards",
    "the whole bucket",
    doctored("Role", role({ Action: "s3:GetObject", Resource: "arn:aws:s3:::x-filesbucket-y/*" })),
    /filesbucket/,
  ],
  [
    "wildcards",
    "a managed policy",
    doctored("Role", having({ managedPolicyArns: ["arn:aws:iam::aws:policy/X"] })),
    /managed/,
  ],
  [
    "wildcards",
    "a public bucket",
    doctored(
      "BucketPolicy",
      having({
        policy: policy({ Action: "s3:GetObject", Resource: "arn:aws:s3:::a", Principal: { "*": ["*"] } }),
      }),
    ),
    /everybody/,
  ],
  [
    "trust",
    "the whole account",
    doctored(
      "Role",
      having({
        assumeRolePolicy: policy({
          Action: "sts:AssumeRole",
          Principal: { Service: "lambda.amazonaws.com", AWS: ["arn:aws:iam::123456789012:root"] },
        }),
      }),
    ),
    /trusts AWS/,
  ],
  [
    "partitions",
    "a foreign ARN",
    doctored("Queue", having({ policy: "arn:aws-cn:sqs:cn-north-1:1:x" })),
    /arn:aws-cn/,
  ],
]);

test("a link to the table, as SST makes it, would let the citizen function read sessions", () => {
  const linked = doctored("Role", (inputs, { name }) =>
    name === "CitizenRole"
      ? {
          ...inputs,
          inlinePolicies: [
            { policy: policy({ Action: ["dynamodb:*"], Resource: [tableArn, `${tableArn}/*`] }) },
          ],
        }
      : inputs,
  );
  const request = onItem(good, "GetItem", "SESSION#1");
  expect(allows(statementsOf(roleOf(good, "citizen")), request)).toBe(false);
  expect(allows(statementsOf(roleOf(linked, "citizen")), request)).toBe(true);
});

test("the checker refuses to guess at a condition it does not know", () => {
  const [statement] = statementsOf(roleOf(good, "citizen"));
  if (statement === undefined) throw new Error("The role has no statement");
  const odd = { ...statement, Condition: { StringNotLike: { "dynamodb:LeadingKeys": ["SESSION#*"] } } };
  expect(() => allows([odd], onItem(good, "GetItem", "CASE#1"))).toThrow("StringNotLike");
});
