/** A check that cannot fail proves nothing: each is shown a deployment with one thing wrong and must name it. */
import { doctored, good, having, nothing, prove, without } from "./doctor.ts";

prove([
  ["table", "no encryption", doctored("Table", without("serverSideEncryption")), /not encrypted/],
  ["table", "no recovery", doctored("Table", without("pointInTimeRecovery")), /cannot be recovered/],
  [
    "table",
    "no protection",
    doctored("Table", having({ deletionProtectionEnabled: false })),
    /can be deleted/,
  ],
  ["table", "half a stream", doctored("Table", having({ streamViewType: "NEW_IMAGE" })), /stream/],
  ["retention", "an app that is removed", { ...good, app: { ...good.app, removal: "remove" } }, /removed/],
  [
    "retention",
    "a key that goes",
    { ...good, resources: good.resources.map((one) => ({ ...one, options: {} })) },
    /DataKey goes/,
  ],
  ["retention", "a bucket that is emptied", doctored("Bucket", having({ forceDestroy: true })), /emptied/],
  ["retention", "a short log", doctored("LogGroup", having({ retentionInDays: 180 })), /six months/],
  ["keys", "no rotation", doctored("Key", having({ enableKeyRotation: false })), /rotate/],
  ["keys", "no key", doctored("Key", nothing), /not one key/],
  [
    "buckets",
    "public access",
    doctored("BucketPublicAccessBlock", having({ blockPublicPolicy: false })),
    /blockPublicPolicy/,
  ],
  ["buckets", "no TLS", doctored("BucketPolicy", having({ policy: '{"Statement":[]}' })), /without TLS/],
  ["buckets", "no versions", doctored("BucketVersioning", nothing), /versions/],
  ["buckets", "uploads that stay", doctored("BucketLifecycleConfiguration", nothing), /stay/],
  [
    "buckets",
    "an index that goes",
    doctored(
      "BucketLifecycleConfiguration",
      having({ rules: [{ filter: { prefix: "index/" }, expiration: { days: 90 } }] }),
    ),
    /goes with time/,
  ],
  [
    "buckets",
    "plain attachments",
    doctored("BucketServerSideEncryptionConfiguration", nothing),
    /not encrypted/,
  ],
  [
    "buckets",
    "uploads from anywhere",
    doctored(
      "BucketCorsConfiguration",
      having({ corsRules: [{ allowedMethods: ["POST"], allowedOrigins: ["*"] }] }),
    ),
    /other sites/,
  ],
]);
