/** A mail server that keeps what it is given, or refuses it as long as it is told to. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll } from "vitest";

export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

export interface Sink {
  readonly url: string;
  readonly received: readonly Received[];
  /** Answers every message with 451 until it is set to false again. */
  refusing: boolean;
  /** Answers every address with 550 until it is set to false again. */
  unknown: boolean;
  forget(): void;
}

export function useSink(): Sink {
  const received: Received[] = [];
  let port = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      if (!sink.unknown) return done();
      return done(Object.assign(new Error("no such user"), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (sink.refusing) return done(Object.assign(new Error("not now"), { responseCode: 451 }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        return done();
      });
    },
  });
  const sink = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    received,
    refusing: false,
    unknown: false,
    forget: () => {
      received.length = 0;
    },
  };
  beforeAll(async () => {
    const listening = server.listen(0, "127.0.0.1");
    await once(listening, "listening");
    port = (listening.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  return sink;
}

/** The text of a message, its transfer encoding undone. */
export function textOf({ raw }: Received): string {
  const end = raw.indexOf("\r\n\r\n");
  const [head, body] = [raw.slice(0, end), raw.slice(end + 4)];
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replaceAll(/=\r\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
