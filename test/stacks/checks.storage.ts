/** What must be true of what is kept: the table, the bucket, the key. */
import { type Check, isProduction, text, unless } from "./check.ts";
import { inputsOf, parsePolicy } from "./policy.ts";
import { all, type Recorded } from "./recording.ts";

export const table: Check = (recording) =>
  all(recording, "Table").flatMap((resource) => [
    ...unless(
      inputsOf(resource, "serverSideEncryption").enabled,
      `${resource.name} is not encrypted with KMS`,
    ),
    ...unless(inputsOf(resource, "pointInTimeRecovery").enabled, `${resource.name} cannot be recovered`),
    ...unless(resource.inputs.streamViewType === "NEW_AND_OLD_IMAGES", `${resource.name} has no full stream`),
    ...unless(
      !isProduction(recording) || resource.inputs.deletionProtectionEnabled,
      `${resource.name} can be deleted`,
    ),
    ...unless(
      !isProduction(recording) || inputsOf(resource, "pointInTimeRecovery").recoveryPeriodInDays === 35,
      `${resource.name} cannot be recovered for 35 days`,
    ),
  ]);

export const retention: Check = (recording) => {
  if (!isProduction(recording)) return [];
  const kept = ["Table", "Bucket", "Key"].flatMap((type) => all(recording, type));
  return [
    ...unless(recording.app.removal === "retain", "production is removed with its app"),
    ...kept
      .filter(({ options }) => options.retainOnDelete !== true)
      .map(({ name }) => `${name} goes when the stack goes`),
    ...kept
      .filter(({ inputs }) => inputs.forceDestroy === true)
      .map(({ name }) => `${name} is emptied to be deleted`),
    ...all(recording, "Key")
      .filter(({ options }) => options.protect !== true)
      .map(({ name }) => `${name} is not protected`),
    ...all(recording, "LogGroup")
      .filter(({ inputs }) => Number(inputs.retentionInDays) < 184)
      .map(({ name }) => `${name} is kept for less than six months`),
  ];
};

export const keys: Check = (recording) => [
  ...unless(all(recording, "Key").length === 1, "there is not one key"),
  ...all(recording, "Key").flatMap(({ name, inputs }) =>
    unless(
      inputs.enableKeyRotation === true && inputs.deletionWindowInDays === 30,
      `${name} does not rotate`,
    ),
  ),
];

const TLS_ONLY = { Bool: { "aws:SecureTransport": ["false"] } };

export const buckets: Check = (recording) =>
  all(recording, "Bucket").flatMap((bucket) => {
    const of = (type: string) =>
      all(recording, type).find(({ inputs }) => inputs.bucket === bucket.inputs.bucket);
    const block = of("BucketPublicAccessBlock")?.inputs ?? {};
    const statements = parsePolicy(of("BucketPolicy")?.inputs.policy ?? '{"Statement":[]}');
    const tlsOnly = statements.some(
      ({ Effect, Action, Resource, Condition }) =>
        Effect === "Deny" &&
        Action.includes("s3:*") &&
        Resource.length === 2 &&
        text(Condition) === text(TLS_ONLY),
    );
    const blocked = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
    return [
      ...blocked.filter((key) => block[key] !== true).map((key) => `${bucket.name}: ${key} is off`),
      ...unless(tlsOnly, `${bucket.name} answers without TLS`),
      ...(bucket.name === "FilesBucket" ? attachments(of) : []),
    ];
  });

function attachments(of: (type: string) => Recorded | undefined): readonly string[] {
  const rules = (of("BucketLifecycleConfiguration")?.inputs.rules ?? []) as readonly Record<
    string,
    unknown
  >[];
  const incoming = rules.find(({ filter }) => text(filter) === '{"prefix":"incoming/"}') ?? {};
  const bundles = rules.find(({ filter }) => text(filter) === '{"prefix":"bundles/"}') ?? {};
  const index = rules.find(({ filter }) => text(filter) === '{"prefix":"index/"}') ?? {};
  const cors = (of("BucketCorsConfiguration")?.inputs.corsRules ?? []) as readonly Record<string, string[]>[];
  return [
    ...unless(
      text(of("BucketServerSideEncryptionConfiguration")?.inputs.rules).includes('"aws:kms"'),
      "attachments are not encrypted with KMS",
    ),
    ...unless(of("BucketVersioning"), "attachments have no versions"),
    ...unless(text(incoming.expiration) === '{"days":1}', "uploads that nobody wanted stay"),
    ...unless(text(incoming.noncurrentVersionExpiration).includes(":1}"), "their earlier versions stay"),
    ...unless(incoming.abortIncompleteMultipartUpload, "half uploads stay"),
    ...unless(text(bundles.expiration) === '{"days":1}', "bundles of evidence stay"),
    ...unless(text(bundles.noncurrentVersionExpiration).includes(":1}"), "their earlier versions stay"),
    ...unless(index.expiration === undefined, "an index in use goes with time"),
    ...unless(index.noncurrentVersionExpiration, "indexes that are out of use stay"),
    ...unless(
      cors.length === 1 &&
        text(cors[0]?.allowedMethods) === '["POST"]' &&
        !text(cors[0]?.allowedOrigins).includes("*"),
      "other sites may upload",
    ),
  ];
}
