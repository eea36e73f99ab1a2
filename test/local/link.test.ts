import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, type Rig, startRig } from "./support/s3.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const Bucket = "yichuang";
const put = (Key: string, Body: string, more: object = {}) =>
  rig.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

const setPath = (url: URL, path: string): void => {
  url.pathname = path;
};

describe("a signed link", () => {
  const link = async (key: string, expiresIn = 60, signingDate = new Date()) =>
    new URL(
      await getSignedUrl(
        rig.client,
        new GetObjectCommand({
          Bucket,
          Key: key,
          ResponseContentDisposition: "attachment; filename*=UTF-8''%E7%AD%94.pdf",
        }),
        { expiresIn, signingDate },
      ),
    );

  test("opens its object under the name it gives, once and again", async () => {
    await put("kept/link", "linked", { ContentType: "text/html" });
    for (let i = 0; i < 2; i += 1) {
      const response = await fetch(await link("kept/link"));
      expect([response.status, await response.text()]).toEqual([200, "linked"]);
      expect(response.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%E7%AD%94.pdf");
    }
  });

  const cases: [string, (url: URL) => void, string][] = [
    ["another key", (url) => setPath(url, "/yichuang/secret"), "403 SignatureDoesNotMatch"],
    [
      "another disposition",
      (url) => url.searchParams.set("response-content-disposition", "inline"),
      "403 SignatureDoesNotMatch",
    ],
    [
      "one more override",
      (url) => url.searchParams.set("response-content-type", "text/html"),
      "403 SignatureDoesNotMatch",
    ],
    ["a longer life", (url) => url.searchParams.set("X-Amz-Expires", "600000"), "403 SignatureDoesNotMatch"],
    [
      "a life beyond a week",
      (url) => url.searchParams.set("X-Amz-Expires", "6000000"),
      "400 AuthorizationQueryParametersError",
    ],
    ["no life", (url) => url.searchParams.delete("X-Amz-Expires"), "400 AuthorizationQueryParametersError"],
    [
      "another signature",
      (url) => url.searchParams.set("X-Amz-Signature", "0".repeat(64)),
      "403 SignatureDoesNotMatch",
    ],
    [
      "no signature",
      (url) => url.searchParams.delete("X-Amz-Signature"),
      "400 AuthorizationQueryParametersError",
    ],
  ];
  test.each(cases)("with %s is refused", async (_, change, answer) => {
    const url = await link("kept/link");
    change(url);
    const refused = await answered(fetch(url));
    expect(`${refused.status} ${refused.code}`).toBe(answer);
  });

  test("is refused for another method, after its time and before it", async () => {
    const url = await link("kept/link");
    expect((await answered(fetch(url, { method: "DELETE" }))).code).toBe("SignatureDoesNotMatch");
    const old = await link("kept/link", 60, new Date(Date.now() - 120_000));
    expect(await answered(fetch(old))).toMatchObject({
      code: "AccessDenied",
      message: "Request has expired",
    });
    const early = await link("kept/link", 60, new Date(Date.now() + 3_600_000));
    expect((await answered(fetch(early))).message).toBe("Request is not yet valid");
  });
});
