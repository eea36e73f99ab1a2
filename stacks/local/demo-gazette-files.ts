/** Files come to texts that are public already: by a revision of their clerk, which the reviewer publishes. */
import { gazettePaths } from "../../web/paths.gazette.ts";
import type { Demo } from "./demo.ts";
import { fillIn, withFile } from "./demo-desk.ts";
import type { DemoItem } from "./demo-gazette/demo-item.ts";
import { daysBefore, demoIdOf } from "./demo-gazette/demo-item.ts";
import { type GazetteFile, gazetteFiles } from "./demo-gazette/gazette-file.ts";
import { demoGazette } from "./demo-gazette.ts";
import { DemoFailure, formIn, type Visitor } from "./demo-visitor.ts";

export async function addGazetteFiles({ place, desk }: Demo): Promise<void> {
  // The days of a text are not asked for here.
  for (const item of demoGazette(daysBefore("2026-01-01"))) {
    const files = gazetteFiles[item.key] ?? [];
    if (files.length === 0) continue;
    place.stopped.throwIfAborted();
    const [clerk, reviewer] = [
      await desk.person(`clerk-${item.unit}`),
      await desk.person(`reviewer-${item.unit}`),
    ];
    await addTo({ item, files, clerk, reviewer });
  }
}

interface Adding {
  readonly item: DemoItem;
  readonly files: readonly GazetteFile[];
  readonly clerk: Visitor;
  readonly reviewer: Visitor;
}

/** Each step is taken where the page offers it, so that a start that was stopped goes on with the next one. */
async function addTo({ item, files, clerk, reviewer }: Adding): Promise<void> {
  const page = gazettePaths.officeItem(demoIdOf(item.key));
  const act = (deed: string) => new RegExp(`/acts/${deed}"`);
  const { text } = await clerk.visit(page);
  const missing = files.filter(({ name }) => !text.includes(name));
  const revise = formIn(text, act("revise"));
  if (revise !== undefined && missing.length > 0) {
    const body = new URLSearchParams(revise.fields);
    await clerk.visit(revise.action, { method: "POST", body });
  }
  for (const file of missing) await upload(clerk, gazettePaths.addFile(demoIdOf(item.key)), file);
  const steps = [
    [clerk, "hand_in"],
    [reviewer, "approve"],
  ] as const;
  for (const [person, deed] of steps) {
    const offered = formIn((await person.visit(page)).text, act(deed));
    if (offered !== undefined) await fillIn(person, { page, tag: act(deed), filled: {}, done: deed });
  }
}

async function upload(clerk: Visitor, page: string, file: GazetteFile): Promise<void> {
  const { text, url } = await clerk.visit(page);
  const form = formIn(text, /class="upload/);
  if (form === undefined) throw new DemoFailure(`${url.pathname} has no form for a file`);
  const body = withFile(form.fields, await file.make());
  const next = await clerk.visit(new URL(form.action, url), { method: "POST", body });
  if (next.url.searchParams.get("done") !== "fileAdded")
    throw new DemoFailure(`${url.pathname} did not take the file`);
}
