/** The scanner's own protocol, spoken with a daemon that behaves like clamd and with some that do not. */
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openClamd } from "../../functions/release/release.scan.ts";

const EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
let server: Server | undefined;
afterEach(() => void server?.close());

async function daemon(serve: (socket: Socket) => void): Promise<string> {
  server = createServer(serve);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Reads `zINSTREAM`, chunks with their lengths up to one of none, and answers as clamd does. */
const clamd = (seen: Buffer[]) => (socket: Socket) => {
  let all = Buffer.alloc(0);
  socket.on("data", (data: Buffer) => {
    all = Buffer.concat([all, data]);
    const command = "zINSTREAM\0";
    if (all.length < command.length) return;
    expect(all.subarray(0, command.length).toString()).toBe(command);
    const chunks: Buffer[] = [];
    for (let place = command.length; place + 4 <= all.length; ) {
      const length = all.readUInt32BE(place);
      if (length === 0) {
        const file = Buffer.concat(chunks);
        seen.push(file);
        socket.end(file.includes("EICAR") ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0");
        return;
      }
      if (place + 4 + length > all.length) return;
      chunks.push(all.subarray(place + 4, place + 4 + length));
      place += 4 + length;
    }
  });
};

test("a clean file, a large one in pieces, and a virus by its name", async () => {
  const seen: Buffer[] = [];
  const scanner = openClamd(await daemon(clamd(seen)));
  const large = new Uint8Array(900_000).fill(65);
  expect(await scanner.scan(large)).toBeUndefined();
  expect(seen[0]?.equals(large)).toBe(true);
  expect(await scanner.scan(new TextEncoder().encode(EICAR))).toBe("Win.Test.EICAR_HDB-1");
});

test.each<[string, (socket: Socket) => void]>([
  ["refuses the size", (socket) => socket.end("INSTREAM size limit exceeded. ERROR\0")],
  ["closes without a word", (socket) => socket.end()],
  ["says something else", (socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nstream: OK")],
  ["says nothing", () => undefined],
])("a daemon that %s has not looked at it", async (_what, serve) => {
  const scanner = openClamd(await daemon(serve), 300);
  await expect(scanner.scan(new Uint8Array([1]))).rejects.toThrow();
});

test("nobody there", async () => {
  await expect(openClamd("tcp://127.0.0.1:9", 300).scan(new Uint8Array([1]))).rejects.toThrow();
});
