/**
 * Attachments, replies, letters and the search index. `incoming/` is what browsers post, `kept/` what was verified;
 * `letters/` and `templates/` stay, `bundles/` of evidence are made anew whenever somebody asks.
 */
import { publicOrigin } from "./edge.ts";
import { stage } from "./stage.ts";

export const files = new sst.aws.Bucket("Files", {
  versioning: true,
  enforceHttps: true,
  cors: { allowOrigins: [publicOrigin], allowMethods: ["POST"], allowHeaders: ["content-type"] },
  // The rules themselves are below, because SST's own cannot speak of earlier versions.
  lifecycle: [{ prefix: "incoming/", expiresIn: "1 day" }],
  transform: {
    bucket: { forceDestroy: !stage.production },
    // On a versioned bucket an expired object only gets a marker: the bytes go when earlier versions expire too.
    lifecycle: {
      rules: [
        {
          id: "incoming",
          status: "Enabled",
          filter: { prefix: "incoming/" },
          expiration: { days: 1 },
          noncurrentVersionExpiration: { noncurrentDays: 1 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
        {
          id: "bundles",
          status: "Enabled",
          filter: { prefix: "bundles/" },
          expiration: { days: 1 },
          noncurrentVersionExpiration: { noncurrentDays: 1 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
        {
          id: "kept",
          status: "Enabled",
          filter: { prefix: "kept/" },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
        {
          // Publishers remove old versions themselves; a week is for who finds a mistake in both that are left.
          id: "index",
          status: "Enabled",
          filter: { prefix: "index/" },
          noncurrentVersionExpiration: { noncurrentDays: 7 },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
        { id: "markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } },
      ],
    },
  },
});

// KMS with the key that AWS keeps for S3; the bucket key spares a call to KMS for each object.
new aws.s3.BucketServerSideEncryptionConfiguration("FilesEncryption", {
  bucket: files.name,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" }, bucketKeyEnabled: true }],
});
