import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../../functions/kit/config.ts";
import { unlockKeyring } from "../../functions/kit/vault.keys.ts";
import { environmentOf } from "../../stacks/local/environment.ts";
import { takeFolder } from "../../stacks/local/folder.ts";
import { startMail } from "../../stacks/local/mail.ts";
import { openSecrets } from "../../stacks/local/secrets.ts";

const data = mkdtempSync(join(tmpdir(), "yichuang-environment-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

test("the environment is one that every function takes", async () => {
  const folder = takeFolder(data);
  const secrets = openSecrets(folder);
  folder.release();
  const environment = environmentOf({
    publicOrigin: "http://127.0.0.1:3000",
    assetsPath: "/assets/1",
    dynamodbEndpoint: "http://127.0.0.1:1",
    s3Endpoint: "http://127.0.0.1:2",
    issuer: "http://127.0.0.1:3001",
    smtpUrl: "smtp://127.0.0.1:3",
    dataKeys: secrets.dataKeys,
    oidcClientSecret: secrets.oidcClientSecret,
    noticeGateways: "{}",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  const config = readConfig(environment);
  const codes = config.units.map((unit) => unit.code);
  expect([codes.slice(0, 2), codes.length]).toEqual([["zfb", "zrzy"], 12]);
  expect(config.oidc.audience).toBe("http://127.0.0.1:3000/api");
  const keys = JSON.parse(environment.SST_RESOURCE_DataKeys ?? "") as { value: string };
  expect(await unlockKeyring(keys.value)).toMatchObject({ current: "1" });
});

test("a mail becomes a file", async () => {
  const folder = join(data, "mail");
  const sink = await startMail(folder);
  const transport = createTransport(sink.url);
  await transport.sendMail({ from: "a@localhost", to: "b@localhost", subject: "答复", text: "您好\n.\n完" });
  const [name, ...others] = readdirSync(folder);
  expect([name?.endsWith(".eml"), others]).toEqual([true, []]);
  const text = readFileSync(join(folder, name ?? ""), "utf8");
  expect(text).toMatch(/^To: b@localhost\r$/m);
  transport.close();
  await sink.stop();
});
