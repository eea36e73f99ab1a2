/** Style, script and pictures: a private bucket behind a CDN. Every version has its own path and never changes. */
import { readBuiltAssets } from "./built.ts";
import { stage } from "./stage.ts";

const FOREVER = "public, max-age=31536000, immutable";
const { version, files } = readBuiltAssets(stage.assetsFolder);
/** Where pages find the files, `/assets/3f2a91`. */
export const assetsPath = `/assets/${version}`;

const bucket = new sst.aws.Bucket("Assets", {
  access: "cloudfront",
  enforceHttps: true,
  cors: false,
  transform: { bucket: { forceDestroy: !stage.production } },
});

for (const file of files) {
  new aws.s3.BucketObjectv2(
    `Asset-${version}-${file.name}`,
    {
      bucket: bucket.name,
      key: `assets/${version}/${file.name}`,
      source: $asset(file.path),
      contentType: file.contentType,
      cacheControl: FOREVER,
    },
    // A page that is open during a deployment still needs the files that it was made with.
    { retainOnDelete: stage.production },
  );
}

const headers = new aws.cloudfront.ResponseHeadersPolicy("AssetHeaders", {
  name: `${$app.name}-${$app.stage}-assets`,
  securityHeadersConfig: {
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: "DENY", override: true },
    referrerPolicy: { referrerPolicy: "no-referrer", override: true },
    strictTransportSecurity: { accessControlMaxAgeSec: 63_072_000, includeSubdomains: true, override: true },
    contentSecurityPolicy: {
      contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
      override: true,
    },
  },
  customHeadersConfig: {
    items: [{ header: "cross-origin-resource-policy", value: "same-origin", override: true }],
  },
});

/** One route to a bucket, so that SST adds no edge function: China has none. */
export const assets = new sst.aws.Router("AssetsCdn", {
  routes: { "/*": { bucket } },
  ...(stage.assetsDomain && {
    domain: { name: stage.assetsDomain.name, cert: stage.assetsDomain.certificate, dns: false },
  }),
  transform: {
    cdn: (args) => {
      args.defaultCacheBehavior = $output(args.defaultCacheBehavior).apply((behavior) => ({
        ...behavior,
        responseHeadersPolicyId: headers.id,
      }));
      args.transform = { distribution: (distribution) => useIamCertificate(distribution) };
      return undefined;
    },
  },
});

/** In China a certificate of CloudFront lies in IAM and is named by an id, elsewhere in ACM and by an ARN. */
function useIamCertificate(distribution: aws.cloudfront.DistributionArgs): undefined {
  const certificate = stage.assetsDomain?.certificate;
  if (certificate === undefined || certificate.startsWith("arn:")) return;
  distribution.viewerCertificate = {
    iamCertificateId: certificate,
    sslSupportMethod: "sni-only",
    minimumProtocolVersion: "TLSv1.2_2021",
  };
}
