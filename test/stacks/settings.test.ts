import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "../../stacks/settings.ts";
import { scenarios } from "./scenarios.ts";

const { environment: production } = scenarios.production;
const { environment: dev } = scenarios.dev;
const message = (stage: string, environment: Record<string, string | undefined>): string => {
  try {
    readSettings(stage, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  return "";
};

describe("settings of a deployment", () => {
  test("a developer's stage needs neither a domain nor somebody to wake", () => {
    const settings = readSettings("wang", dev);
    expect(settings).toMatchObject({
      name: "wang",
      production: false,
      domain: undefined,
      alarmEmail: undefined,
    });
    expect(settings.functions.REGION_CODE).toBe("320500");
    expect(settings.notices).toEqual({});
  });

  test("production needs both, and everything that is missing is said at once", () => {
    expect(message("production", dev)).toBe(
      "Cannot deploy stage production: PUBLIC_DOMAIN is missing; ALARM_EMAIL is missing.",
    );
    for (const variable of Object.keys(scenarios.dev.environment)) {
      expect(message("dev", { ...dev, [variable]: " " })).toContain(`${variable} is missing`);
    }
  });

  test.each([
    ["PUBLIC_DOMAIN", "https://banshi.example.gov.cn"],
    ["PUBLIC_DOMAIN", "banshi.example.gov.cn/"],
    ["PUBLIC_DOMAIN", "localhost"],
    ["REGION_CODE", "3205"],
    ["REGION_CODE", "32050A"],
    ["OIDC_ISSUER", "http://login.example.gov.cn"],
    ["ALARM_EMAIL", "duty"],
    ["NOTICE_CHANNELS", "sms,post"],
    ["NOTICE_QUIET_HOURS", "21-8"],
    ["NOTICE_MOST_SMS", "many"],
    ["UNITS", "[]"],
    ["UNITS", "{"],
  ])("%s is refused and not repeated: %s", (variable, value) => {
    const said = message("production", { ...production, [variable]: value });
    expect(said).toContain(variable);
    expect(said).not.toContain(value);
  });

  test("names that fill Lambda's variables are refused, units however many are not", () => {
    expect(message("dev", { ...dev, GOVERNMENT_NAME_ZH: "长".repeat(1000) })).toContain("3000 bytes");
    const units = JSON.stringify(Array.from({ length: 200 }, (_, at) => ({ code: `unit-${at}` })));
    expect(readSettings("dev", { ...dev, UNITS: units }).units).toBe(units);
  });

  test("what belongs together is given together", () => {
    expect(message("dev", { ...dev, SMTP_URL: "smtps://mail.example" })).toContain("SMTP_URL and MAIL_FROM");
    expect(message("dev", { ...dev, ASSETS_DOMAIN: "static.example.cn" })).toContain("ASSETS_CERTIFICATE");
  });

  test("a certificate comes along with its domain", () => {
    const settings = readSettings("production", { ...production, DOMAIN_CERTIFICATE: "arn:x" });
    expect(settings.domain).toEqual({ name: "banshi.example.gov.cn", certificate: "arn:x" });
    expect(readSettings("production", production).domain).toEqual({ name: "banshi.example.gov.cn" });
  });
});
