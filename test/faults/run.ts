/**
 * `npm run faults`: the whole local stack is ended with SIGKILL while 200 requests are being handed in at once.
 * After the next start every acknowledged receipt must be found, and no request may stand there twice.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { localClient, startDynamoDB } from "../../stacks/local/dynamodb.ts";
import { application } from "../support/application.ts";

const REQUESTS = 200;
const PORT = 3971;
const origin = `http://127.0.0.1:${PORT}`;
const folder = resolve(".build/faults");

interface Receipt {
  readonly reference: string;
  readonly queryCode: string;
}

function startStack() {
  const child = spawn(process.execPath, ["stacks/local/start.ts"], {
    env: { ...process.env, PORT: String(PORT), DATA_DIR: folder, DEMO: "none" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const ready = new Promise<void>((resolved, rejected) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("ready ")) resolved();
    });
    child.on("exit", (code) => rejected(new Error(`the stack ended early with ${code}`)));
  });
  return { child, ready };
}

const keyOf = (n: number) => `faults-run-request-${String(n).padStart(4, "0")}`;

async function handIn(n: number): Promise<Receipt | undefined> {
  try {
    const answer = await fetch(`${origin}/api/v1/disclosure-requests`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": keyOf(n) },
      body: JSON.stringify({ ...application, title: `第${n}号信息` }),
    });
    if (answer.status !== 201) return undefined;
    return (await answer.json()) as Receipt;
  } catch {
    return undefined;
  }
}

async function isFound({ reference, queryCode }: Receipt): Promise<boolean> {
  const answer = await fetch(`${origin}/api/v1/cases/${reference}`, { headers: { "query-code": queryCode } });
  return answer.status === 200 && ((await answer.json()) as { reference: string }).reference === reference;
}

/** Ends the whole group at once: gateway, functions and engine. */
function kill(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
}

async function storedTitles(): Promise<readonly string[]> {
  const engine = await startDynamoDB({ dbPath: join(folder, "table.db") });
  const client = localClient(engine.endpoint);
  const titles: string[] = [];
  let after: Parameters<typeof unmarshall>[0] | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: "yichuang", ExclusiveStartKey: after as never }),
    );
    const items = (page.Items ?? []).map((item) => unmarshall(item));
    titles.push(...items.filter((item) => item.sk === "HEAD").map((item) => String(item.head.title)));
    after = page.LastEvaluatedKey as typeof after;
  } while (after !== undefined);
  await engine.stop();
  return titles;
}

async function main(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const first = startStack();
  await first.ready;
  const receipts = new Map<number, Receipt>();
  let killed = false;
  const killWhen = Math.floor(REQUESTS / 4);
  await Promise.all(
    Array.from({ length: REQUESTS }, async (_, n) => {
      const receipt = await handIn(n);
      if (receipt === undefined) return;
      receipts.set(n, receipt);
      if (receipts.size >= killWhen && !killed) {
        killed = true;
        kill(first.child.pid);
      }
    }),
  );
  if (!killed) kill(first.child.pid);
  const acknowledged = receipts.size;

  const second = startStack();
  await second.ready;
  let found = 0;
  for (const receipt of receipts.values()) if (await isFound(receipt)) found += 1;
  let same = 0;
  for (let n = 0; n < REQUESTS; n += 1) {
    const again = await handIn(n);
    const before = receipts.get(n);
    if (again !== undefined && (before === undefined || before.reference === again.reference)) same += 1;
  }
  kill(second.child.pid);
  const titles = await storedTitles();
  const twice = titles.length - new Set(titles).size;
  console.log(
    `requests ${REQUESTS}, acknowledged before SIGKILL ${acknowledged}, found after restart ${found}`,
  );
  console.log(
    `sent again with the same key: ${same} of ${REQUESTS} gave one receipt; stored ${titles.length}, twice ${twice}`,
  );
  const sound =
    killed &&
    acknowledged > 0 &&
    found === acknowledged &&
    same === REQUESTS &&
    twice === 0 &&
    titles.length === REQUESTS;
  console.log(sound ? "nothing was lost and nothing doubled" : "FAILED");
  return sound ? 0 : 1;
}

process.exit(await main());
