import { deployedUnits } from "./units.ts";

export interface Places {
  readonly publicOrigin: string;
  /** `/assets/3f2a91` */
  readonly assetsPath: string;
  readonly dynamodbEndpoint: string;
  readonly s3Endpoint: string;
  readonly issuer: string;
  readonly smtpUrl: string;
  /** The secret NoticeGateways. */
  readonly noticeGateways: string;
  readonly dataKeys: string;
  readonly oidcClientSecret: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export const tableName = "yichuang";
export const bucketName = "yichuang";
export const clientId = "yichuang-office";
export const region = "cn-north-1";
/** Of the demo county (区划). */
export const regionCode = "659901";

/** What a function's tokens must be meant for. */
export const audienceOf = (publicOrigin: string): string => `${publicOrigin}/api`;

/** The environment of every function, as its declaration under `stacks/` gives it on AWS. */
export function environmentOf(places: Places): Record<string, string> {
  return {
    TABLE_NAME: tableName,
    BUCKET_NAME: bucketName,
    PUBLIC_ORIGIN: places.publicOrigin,
    ASSETS_PATH: places.assetsPath,
    REGION_CODE: regionCode,
    GOVERNMENT_NAME_ZH: "示范县人民政府",
    GOVERNMENT_NAME_EN: "Shifan County People's Government",
    UNITS: JSON.stringify(deployedUnits),
    OIDC_ISSUER: places.issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_AUDIENCE: audienceOf(places.publicOrigin),
    DYNAMODB_ENDPOINT: places.dynamodbEndpoint,
    S3_ENDPOINT: places.s3Endpoint,
    S3_PUBLIC_ENDPOINT: places.s3Endpoint,
    SMTP_URL: places.smtpUrl,
    MAIL_FROM: "noreply@localhost.localdomain",
    NOTICE_PRIVATE_ADDRESSES: "allowed",
    // Whoever tries it at night wants to see what is sent, and nobody is woken.
    NOTICE_QUIET_HOURS: "none",
    SST_RESOURCE_App: JSON.stringify({ name: "yichuang", stage: "local" }),
    SST_RESOURCE_DataKeys: secret(places.dataKeys),
    SST_RESOURCE_OidcClientSecret: secret(places.oidcClientSecret),
    SST_RESOURCE_NoticeGateways: secret(places.noticeGateways),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: places.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: places.credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    POWERTOOLS_METRICS_DISABLED: "true",
    // Lambda keeps every line; at a terminal only what needs somebody's eyes is of use.
    LOG_LEVEL: "WARN",
  };
}

const secret = (value: string): string => JSON.stringify({ type: "sst.sst.Secret", value });
