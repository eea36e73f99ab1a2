import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../functions/kit/config.ts";
import { deployedUnits as demoUnits } from "../../stacks/local/units.ts";
import { type Index, table } from "../../stacks/table.ts";
import { checks } from "./checks.ts";
import { all, one, type Recording, readRecording, root } from "./recording.ts";
import { type ScenarioName, scenarios } from "./scenarios.ts";

const functions = ["citizen", "office", "api", "schedule", "stream"];

describe.each(Object.keys(scenarios) as ScenarioName[])("%s", (name) => {
  const recording = readRecording(name);

  test.each(Object.entries(checks))("%s", (_, check) => {
    expect(check(recording)).toEqual([]);
  });

  test("every handler is a file", () => {
    const handlers = recording.builds.map(({ handler }) => handler);
    expect(handlers.toSorted()).toEqual(functions.map((file) => `functions/${file}.handler`).toSorted());
    const missing = handlers.filter(
      (handler) => !existsSync(join(root, handler.replace(/\.handler$/, ".ts"))),
    );
    expect(missing).toEqual([]);
    for (const { handler, bundle } of recording.builds)
      expect(existsSync(join(bundle, handler.replace(/\.handler$/, ".mjs"))), handler).toBe(true);
  });

  test("the table has the keys and indexes of stacks/table.ts", () => {
    const { inputs } = one(recording, "Table");
    expect([inputs.hashKey, inputs.rangeKey]).toEqual([table.partition, table.sort]);
    expect(inputs.ttl).toEqual({ attributeName: table.expiry, enabled: true });
    const wanted = Object.entries<Index>(table.indexes).map(([index, { partition, sort, include }]) => ({
      name: index,
      hashKey: partition,
      rangeKey: sort,
      ...(include.length > 0
        ? { projectionType: "INCLUDE", nonKeyAttributes: include }
        : { projectionType: "KEYS_ONLY" }),
    }));
    expect(inputs.globalSecondaryIndexes).toEqual(wanted);
  });

  test("secrets go only to the functions that need them", () => {
    const linked = Object.fromEntries(
      recording.builds.map(({ handler, links }) => [handler.slice(10, -8), Object.keys(links).toSorted()]),
    );
    expect(linked).toEqual({
      citizen: ["DataKeys", "Units"],
      office: ["DataKeys", "OidcClientSecret", "Units"],
      api: ["DataKeys", "Units"],
      schedule: ["DataKeys", "NoticeGateways", "Units"],
      stream: ["DataKeys", "NoticeGateways", "Units"],
    });
    for (const [handler, environment] of environments(recording)) {
      expect(JSON.stringify(environment), handler).not.toMatch(/of-the-test|kms:AA/);
    }
  });

  test("every function can read its settings", () => {
    for (const [handler, environment] of environments(recording)) {
      expect(JSON.stringify(environment).length, handler).toBeLessThan(4096);
      const linked = recording.builds.find((build) => build.handler === handler)?.links.Units;
      const UNITS = (linked as { readonly value: string }).value;
      expect(readConfig({ ...environment, UNITS }).units, handler).toEqual(
        demoUnits.map((unit) => expect.objectContaining(unit)),
      );
    }
  });

  test("pages may post files to the bucket, where the SDK addresses it", () => {
    const domain = name === "china" ? "amazonaws.com.cn" : "amazonaws.com";
    for (const [handler, environment] of environments(recording)) {
      const { uploadOrigin, bucketName } = readConfig({ ...environment, UNITS: JSON.stringify(demoUnits) });
      expect(uploadOrigin, handler).toMatch(
        new RegExp(`^https://${bucketName}\\.s3\\.[a-z0-9-]+\\.${domain.replaceAll(".", "\\.")}$`),
      );
    }
  });

  test("only the functions that send mail know the mail server", () => {
    const knowing = environments(recording).filter(([, { SMTP_URL }]) => SMTP_URL !== undefined);
    const expected = scenarios[name].stage === "production" ? ["schedule", "stream"] : [];
    expect(knowing.map(([handler]) => handler.slice(10, -8)).toSorted()).toEqual(expected);
  });

  test("each path leads to its function, and static files to the CDN", () => {
    const routes = Object.fromEntries(
      all(recording, "Route").map(({ inputs }) => [
        inputs.routeKey,
        target(recording, String(inputs.target)),
      ]),
    );
    expect(routes).toEqual({
      $default: expect.stringMatching(/CitizenFunction$/),
      "ANY /office": expect.stringMatching(/OfficeFunction$/),
      "ANY /office/{proxy+}": expect.stringMatching(/OfficeFunction$/),
      "ANY /api/{proxy+}": expect.stringMatching(/ApiFunction$/),
      "GET /assets/{proxy+}": expect.stringMatching(/^https:\/\/.+\/assets\/\{proxy\}$/),
    });
  });

  test("static files never change and carry their headers", () => {
    const version = environments(recording)[0]?.[1].ASSETS_PATH;
    expect(version).toBe("/assets/3f2a91");
    const objects = all(recording, "BucketObjectv2").filter(({ inputs }) => inputs.cacheControl);
    expect(objects.map(({ inputs }) => [inputs.key, inputs.cacheControl, inputs.contentType])).toEqual([
      [`${version?.slice(1)}/site.css`, "public, max-age=31536000, immutable", "text/css; charset=utf-8"],
    ]);
    const { inputs } = one(recording, "Distribution");
    expect(inputs.defaultCacheBehavior).toMatchObject({
      responseHeadersPolicyId: "AssetHeaders-id",
      viewerProtocolPolicy: "redirect-to-https",
    });
    expect(all(recording, "Distribution")).toHaveLength(1);
    expect(recording.resources.filter(({ type }) => type === "aws:cloudfront/function:Function")).toEqual([]);
  });
});

test("in China the CDN has a name of its own and a certificate from IAM", () => {
  const { inputs } = one(readRecording("china"), "Distribution");
  expect(inputs.aliases).toEqual(["static.example.gov.cn"]);
  expect(inputs.viewerCertificate).toMatchObject({ iamCertificateId: "ASCACERTIFICATEID" });
  // Nothing is declared in another region, which SST does for certificates that it orders for a CDN itself.
  expect(readRecording("china").resources.filter(({ type }) => type.startsWith("pulumi:providers"))).toEqual(
    [],
  );
});

test("only production is protected", () => {
  expect(readRecording("production").app).toMatchObject({ home: "aws", protect: true, removal: "retain" });
  expect(readRecording("dev").app).toMatchObject({ home: "aws", protect: false, removal: "remove" });
  expect(one(readRecording("dev"), "Table").inputs.deletionProtectionEnabled).toBe(false);
});

function environments(recording: Recording): [string, Record<string, string>][] {
  return all(recording, "Function").map(({ inputs }) => {
    const { variables } = inputs.environment as { variables: Record<string, string> };
    return [String(inputs.handler), variables];
  });
}

function target(recording: Recording, path: string): string {
  const integration = all(recording, "Integration").find(({ name }) => path === `integrations/${name}-id`);
  return String(integration?.inputs.integrationUri);
}
