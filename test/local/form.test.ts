import fc from "fast-check";
import { expect, test } from "vitest";
import { readUploadForm } from "../../stacks/local/s3/form.ts";

const boundary = "----b0undary";

function body(fields: readonly (readonly [string, string])[], file: Uint8Array, fileName: string): Buffer {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: a/b\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join("") + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

async function* pieces(whole: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  let from = 0;
  for (const cut of [...cuts].map((part) => part % whole.length).sort((a, b) => a - b)) {
    if (cut > from) yield whole.subarray(from, cut);
    from = Math.max(from, cut);
  }
  yield whole.subarray(from);
}

async function read(whole: Buffer, cuts: readonly number[]) {
  const form = await readUploadForm(pieces(whole, cuts), `multipart/form-data; boundary=${boundary}`);
  const chunks: Buffer[] = [];
  for await (const chunk of form.file) chunks.push(chunk);
  return { fields: Object.fromEntries(form.fields), file: Buffer.concat(chunks) };
}

/** Bytes that look like the end as much as they can without being it. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constant(`\r\n--${boundary.slice(0, -1)}`),
      fc.constant("\r\n--"),
      fc.constant("\r"),
      fc.string(),
    ),
  )
  .map((parts) => Buffer.from(parts.join("")))
  .filter((bytes) => !bytes.includes(`--${boundary}`));

test("however the bytes are cut, a form reads the same", async () => {
  const field = fc.tuple(
    fc.stringMatching(/^[a-z-]{1,12}$/).filter((name) => name !== "file"),
    fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !text.includes(boundary)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(field, { maxLength: 6 }),
      tricky,
      fc.array(fc.nat(), { maxLength: 12 }),
      async (fields, file, cuts) => {
        const found = await read(body(fields, file, "a.pdf"), cuts);
        const wanted = fields.map(
          ([name, value]) => [name, value.replaceAll("$" + "{filename}", "a.pdf")] as const,
        );
        expect(found.fields).toEqual(Object.fromEntries(wanted));
        expect(found.file.equals(file)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test("a form that is cut off is refused, wherever that is", async () => {
  const whole = body([["key", "incoming/a"]], Buffer.from("file"), "a.pdf");
  const end = whole.length - "--\r\n".length;
  for (let length = 0; length < end; length += 1) {
    await expect(read(whole.subarray(0, length), [])).rejects.toMatchObject({ code: "MalformedPOSTRequest" });
  }
});

test.each([
  ["a.pdf", "a.pdf"],
  ["C:\\Users\\me\\a.pdf", "a.pdf"],
  ["../../a.pdf", "a.pdf"],
  ["%22a%22%0D%0A.pdf", '"a"\r\n.pdf'],
  ["100%25.pdf", "100%25.pdf"],
  ["", ""],
])("the file name %j is taken as %j", async (sent, taken) => {
  const found = await read(body([["key", "$" + "{filename}"]], Buffer.from("x"), sent), []);
  expect(found.fields.key).toBe(taken);
});
