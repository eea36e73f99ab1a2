/** An evidence bundle by itself: each file as its manifest says, each event as its hash says, all as the record knows. */
import type { StoredEvent } from "../../functions/case/case.chain.ts";
import { commandHashes, verifyChain } from "../../functions/case/case.chain.ts";
import { FRONT_PAGE, MANIFEST, sealOf, sha256Of } from "../../functions/evidence/evidence.seal.ts";
import type { Manifest } from "../../functions/evidence/evidence.ts";
import { changedFiles } from "../../functions/evidence/evidence.ts";
import { StartFailure } from "./failure.ts";

type Say = (line: string) => void;

/** Gives how much is wrong; says each of it. Throws a StartFailure for what is no bundle. */
export async function verifyBundle(zip: Uint8Array, say: Say): Promise<number> {
  const { strFromU8, unzipSync } = await import("fflate");
  const files = unzipSync(zip);
  const read = (path: string): unknown => {
    const bytes = files[path];
    if (bytes === undefined) throw new StartFailure(`This is no evidence bundle: it has no ${path}`);
    return JSON.parse(strFromU8(bytes));
  };
  const manifest = read(MANIFEST) as Manifest;
  const find = (part: string, end: string) => {
    const path = manifest.files.find((each) => each.part === part && each.path.endsWith(end))?.path;
    return read(path ?? end);
  };
  const known = [FRONT_PAGE, MANIFEST, ...manifest.files.map(({ path }) => path)];
  const wrong = [
    ...(sealOf(manifest) === manifest.seal ? [] : [`${MANIFEST}: not as it was made`]),
    ...(hashOf(files[FRONT_PAGE]) === manifest.frontSha256 ? [] : [`${FRONT_PAGE}: not as it was made`]),
    ...Object.keys(files)
      .filter((path) => !known.includes(path))
      .map((path) => `${path}: not in the manifest`),
    ...manifest.files
      .filter(({ path, sha256 }) => hashOf(files[path]) !== sha256)
      .map(({ path }) => `${path}: not the file of the manifest`),
    ...changedFiles(manifest).map(({ path }) => `${path}: not the file that was on record`),
  ];
  const verdict = verifyChain({
    reference: manifest.reference,
    events: find("events", "办理过程.json") as StoredEvent[],
    head: manifest.chain.head ?? undefined,
    recorded: commandHashes(find("record", "操作记录.json") as Parameters<typeof commandHashes>[0]),
  });
  if (!verdict.ok) wrong.push(`event ${verdict.n}: ${verdict.fault}`);
  for (const line of wrong) say(`  ${line}`);
  const count = verdict.ok ? `${verdict.events} events` : "events";
  say(
    `${manifest.reference}: ${manifest.files.length} files, ${count}: ${wrong.length === 0 ? "all as written" : `${wrong.length} wrong`}`,
  );
  return wrong.length;
}

const hashOf = (bytes: Uint8Array | undefined): string | undefined => bytes && sha256Of(bytes);
