/**
 * The scanner for malware: ClamAV's daemon over TCP (`INSTREAM` of clamd, as its manual describes it), where a deployment
 * has one. The bytes go to that daemon and to nobody else.
 */
import { connect } from "node:net";

export interface Scanner {
  /** What it calls itself, kept with the result. */
  readonly name: string;
  /** The name of what was found; undefined when nothing was. Throws when the scanner does not answer. */
  scan(bytes: Uint8Array): Promise<string | undefined>;
}

const CHUNK_BYTES = 256 * 1024;
const LONGEST_ANSWER = 4_096;

/** `address`: `tcp://host:port`. A scan takes `timeoutMs` at most. */
export function openClamd(address: string, timeoutMs = 20_000): Scanner {
  const { hostname, port } = new URL(address);
  return {
    name: "ClamAV",
    async scan(bytes) {
      const answer = await ask({ host: hostname, port: Number(port || 3310), timeoutMs }, bytes);
      if (/^stream: OK\s*$/.test(answer)) return undefined;
      const [, found] = /^stream: (.+) FOUND\s*$/.exec(answer) ?? [];
      // Any other answer is an error of the scanner's own, such as a file that is larger than it takes.
      if (found === undefined) throw new Error("the scanner could not look at it");
      return found;
    },
  };
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

function ask({ host, port, timeoutMs }: Place, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect({ host, port });
    const timer = setTimeout(
      () => socket.destroy(new Error("the scanner did not answer in time")),
      timeoutMs,
    );
    socket.setEncoding("utf8");
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let place = 0; place < bytes.length; place += CHUNK_BYTES) {
        const chunk = bytes.subarray(place, place + CHUNK_BYTES);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
    socket.on("data", (text: string) => {
      answer += text;
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error("this is no answer of a scanner"));
    });
    socket.on("error", reject);
    socket.on("close", () => {
      clearTimeout(timer);
      if (answer === "") reject(new Error("the scanner closed without a word"));
      else resolve(answer.replaceAll("\0", ""));
    });
  });
}

function lengthOf(count: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}
