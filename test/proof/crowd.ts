/** Everybody at once: so many people, each with an identity and a key of their own, and what they are answered. */
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

export interface Wish {
  readonly time: string;
  readonly n: number;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** How often it was "busy", or the connection broke, before: then the same is asked again under the same key. */
  readonly busyBefore: number;
}

const bodyOf = (day: string, { n, time }: Wish): string =>
  JSON.stringify({
    ...{ hall: "proof", place: "main", services: ["any"], day, time },
    ...{
      name: "张小明",
      identityKind: "other",
      identityNumber: `PROOF${n}`,
      phone: `138${String(n).padStart(8, "0")}`,
    },
  });

/** Somebody of their own network each, because one network tries only so often. */
const addressOf = ({ n }: Wish): string => `127.1.${n >> 7}.${1 + (n & 127)}`;

interface Heard {
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds: number;
}

async function book(door: Door, wish: Wish): Promise<Answer> {
  for (let busyBefore = 0; ; busyBefore += 1) {
    const { status, text, retryAfterSeconds } = await ask(door, wish);
    if (status !== 503) return { status, text, busyBefore };
    await wait(retryAfterSeconds * 1000);
  }
}

function ask({ origin, day, agent }: Door, wish: Wish): Promise<Heard> {
  const body = bodyOf(day, wish);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "idempotency-key": `proof-key-of-person-${wish.n}`,
  };
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const outgoing = request(
    `${origin}/api/v1/bookings`,
    { method: "POST", agent, headers, localAddress: addressOf(wish) },
    (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        const retryAfterSeconds = Number(response.headers["retry-after"] ?? 1);
        resolve({ status: response.statusCode ?? 0, text, retryAfterSeconds });
      });
      response.on("error", () => resolve({ status: 503, text: "", retryAfterSeconds: 1 }));
    },
  );
  outgoing.on("error", () => resolve({ status: 503, text: "", retryAfterSeconds: 1 })).end(body);
  return promise;
}

interface Door {
  readonly origin: string;
  readonly day: string;
  readonly agent: Agent;
}

export interface Crowd {
  readonly answers: readonly Answer[];
  readonly perSecond: number;
}

export async function everybodyBooks(origin: string, day: string, wishes: readonly Wish[]): Promise<Crowd> {
  // A connection each, so that nobody waits for another at the door.
  const agent = new Agent({ maxSockets: wishes.length });
  const started = performance.now();
  const answers = await Promise.all(wishes.map((wish) => book({ origin, day, agent }, wish)));
  const perSecond = (wishes.length * 1000) / (performance.now() - started);
  agent.destroy();
  return { answers, perSecond };
}
