import type { Demo } from "./demo.ts";
import { withFile } from "./demo-desk.ts";
import type { DemoFile } from "./demo-files.ts";
import type { DemoRequest } from "./demo-request.ts";
import { demoRequests } from "./demo-requests.ts";
import { type DemoCase, type Receipt, takeTurn } from "./demo-turns.ts";
import { DemoFailure, type DemoPlace, send } from "./demo-visitor.ts";

interface HandedIn extends Receipt {
  readonly uploads: readonly {
    readonly id: string;
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
}

export async function handInRequests(demo: Demo): Promise<void> {
  for (const request of demoRequests) {
    if (demo.record.receiptOf(request.key) !== undefined) continue;
    demo.record.keep(request.key, await handIn(demo, request));
  }
}

/** The key is fixed, so that a start which was stopped before it knew the number gets the same number again. */
async function handIn({ place }: Demo, { key, application, file }: DemoRequest): Promise<Receipt> {
  const attachments = file === undefined ? [] : [{ name: file.name, sizeBytes: file.bytes().length }];
  const { text } = await send(place, new URL("/api/v1/disclosure-requests", place.publicOrigin), {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": `demo-disclosure-${key}` },
    body: JSON.stringify({ ...application, attachments }),
  });
  const made = JSON.parse(text) as HandedIn;
  if (file !== undefined) for (const upload of made.uploads) await attach(place, { made, upload, file });
  return made;
}

interface Attaching {
  readonly made: HandedIn;
  readonly upload: HandedIn["uploads"][number];
  readonly file: DemoFile;
}

async function attach(place: DemoPlace, { made, upload, file }: Attaching): Promise<void> {
  await send(place, new URL(upload.url), { method: "POST", body: withFile(upload.fields, file) });
  const url = new URL(`/api/v1/cases/${made.reference}/attachments/${upload.id}`, place.publicOrigin);
  await send(place, url, { method: "PUT", headers: { "query-code": made.queryCode } });
}

export async function workRequests(demo: Demo): Promise<void> {
  for (const request of demoRequests) {
    const receipt = demo.record.receiptOf(request.key);
    if (receipt === undefined) throw new DemoFailure(`${request.key} was not handed in`);
    await work(demo, request, { ...receipt, unit: request.application.unit });
  }
}

/**
 * Takes the turns that are still to be taken. A case on which somebody else has acted meanwhile is theirs: it stays
 * as it is.
 */
async function work({ place, desk }: Demo, { turns }: DemoRequest, one: DemoCase): Promise<void> {
  if (turns.length === 0) return;
  const taken = await actsOn({ place, desk }, one);
  if (taken.some((act, index) => act !== turns[index]?.act)) return;
  for (const turn of turns.slice(taken.length)) await takeTurn({ place, desk, one }, turn);
}

async function actsOn({ place, desk }: Pick<Demo, "place" | "desk">, { reference }: DemoCase) {
  const url = new URL(`/api/v1/office/cases/${reference}`, place.publicOrigin);
  const { text } = await send(place, url, { headers: await desk.machine("script-auditor") });
  const { events } = JSON.parse(text) as { readonly events: readonly { readonly kind: string }[] };
  return events.map(({ kind }) => kind).filter((kind) => kind !== "submit" && kind !== "attach");
}
