import { deployedUnits as demoUnits } from "../../stacks/local/units.ts";

/** The deployments that are recorded: settings as an operator would give them, and the partition of AWS. */
export interface Scenario {
  readonly stage: string;
  readonly partition: "aws" | "aws-cn";
  readonly region: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A dozen, which is more text than Lambda takes as variables. */
const units = JSON.stringify(demoUnits);
const required = {
  REGION_CODE: "320500",
  GOVERNMENT_NAME_ZH: "示例市人民政府",
  GOVERNMENT_NAME_EN: "Example Municipal Government",
  UNITS: units,
  OIDC_ISSUER: "https://login.example.gov.cn",
  OIDC_CLIENT_ID: "yichuang",
  OIDC_AUDIENCE: "https://banshi.example.gov.cn/api",
};
const production = {
  ...required,
  PUBLIC_DOMAIN: "banshi.example.gov.cn",
  ALARM_EMAIL: "duty@example.gov.cn",
  SMTP_URL: "smtps://mail.example.gov.cn",
  MAIL_FROM: "noreply@example.gov.cn",
};

export const scenarios = {
  /** Name and certificate come from Route 53. */
  production: { stage: "production", partition: "aws", region: "ap-east-1", environment: production },
  /** In China certificates are brought along, and the CDN needs a name of its own. */
  china: {
    stage: "production",
    partition: "aws-cn",
    region: "cn-north-1",
    environment: {
      ...production,
      DOMAIN_CERTIFICATE: "arn:aws-cn:acm:cn-north-1:123456789012:certificate/1",
      ASSETS_DOMAIN: "static.example.gov.cn",
      ASSETS_CERTIFICATE: "ASCACERTIFICATEID",
    },
  },
  /** A developer's own: only what is required. */
  dev: { stage: "dev", partition: "aws", region: "ap-east-1", environment: required },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
