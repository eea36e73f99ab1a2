import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { Temporal } from "temporal-polyfill";

export interface MailSink {
  /** Such as `smtp://127.0.0.1:34567`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Takes every mail on a free loopback port and lays it down as an .eml file. */
export async function startMail(folder: string): Promise<MailSink> {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: 25 * 1024 ** 2,
    onData: (stream, _session, done) => {
      keep(stream, folder).then(() => done(), done);
    },
  });
  server.on("error", (error) => console.error("mail:", error.message));
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(stream: SMTPServerDataStream, folder: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  // Names that sort by time; written aside first, so that a listing never shows half a mail.
  const time = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }).replaceAll(":", "");
  const file = join(folder, `${time}-${randomUUID().slice(0, 8)}.eml`);
  await writeFile(`${file}.part`, Buffer.concat(chunks));
  await rename(`${file}.part`, file);
}
