/**
 * `npm run verify-chain`: whether the events of every case are what was written. `npm run verify-chain -- NUMBER` looks at
 * one case, `npm run verify-chain -- FILE.zip` at an evidence bundle alone, without any table.
 */
import { readFileSync } from "node:fs";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { caseSubject } from "../../functions/audit/audit.ts";
import type { ChainVerdict } from "../../functions/case/case.chain.ts";
import { commandHashes, verifyChain } from "../../functions/case/case.chain.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import { verifyBundle } from "./bundle.ts";
import { allCases } from "./cases.ts";
import { StartFailure } from "./failure.ts";
import { findTable } from "./table.ts";

interface Sums {
  cases: number;
  events: number;
  unchained: number;
  wrong: number;
}

function add(sums: Sums, reference: string, verdict: ChainVerdict): void {
  sums.cases += 1;
  if (!verdict.ok) {
    sums.wrong += 1;
    console.log(`  ${reference}: event ${verdict.n}, ${verdict.fault}`);
    return;
  }
  sums.events += verdict.events;
  sums.unchained += verdict.events - verdict.chained;
}

async function verifyTable(wanted: string | undefined): Promise<number> {
  const found = await findTable(process.env);
  const sums: Sums = { cases: 0, events: 0, unchained: 0, wrong: 0 };
  try {
    const audit = openAuditStore(openTable({ client: found.documents, name: found.name }), systemRandom);
    for await (const { reference, head, events } of allCases(found)) {
      if (wanted !== undefined && wanted !== reference) continue;
      const recorded = commandHashes(await audit.all(caseSubject(reference)));
      const chain = typeof head.chain === "string" ? head.chain : undefined;
      add(sums, reference, verifyChain({ reference, events, head: chain, recorded }));
    }
  } finally {
    await found.stop();
  }
  const older = sums.unchained === 0 ? "" : `, ${sums.unchained} events from before there was a chain`;
  console.log(
    `${sums.cases} cases, ${sums.events} events${older}: ${sums.wrong === 0 ? "all as written" : `${sums.wrong} wrong`}`,
  );
  return sums.wrong + (wanted !== undefined && sums.cases === 0 ? 1 : 0);
}

async function run([wanted]: readonly string[]): Promise<void> {
  const wrong = wanted?.endsWith(".zip")
    ? await verifyBundle(new Uint8Array(readFileSync(wanted)), console.log)
    : await verifyTable(wanted);
  if (wrong > 0) process.exitCode = 1;
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
});
