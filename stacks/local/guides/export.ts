import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dayOf } from "../../../functions/calendar/calendar.day.ts";
import { exportText } from "../../../functions/guide/guide.export.ts";
import type { GuideCard } from "../../../functions/guide/guide.record.ts";
import type { Guide } from "../../../functions/guide/guide.ts";
import { systemClock } from "../../../functions/kit/clock.ts";
import { paths } from "../../../web/paths.ts";
import { StartFailure, systemCode } from "../failure.ts";
import type { ExportCommand } from "./command.ts";
import type { Place } from "./place.ts";

const PAGE = 100;

/** Writes guides to a file, which is whole or not there, or to standard output. */
export async function exportGuides(command: ExportCommand, place: Place): Promise<void> {
  let count = 0;
  async function* counted(): AsyncGenerator<Guide> {
    for await (const guide of guidesOf(command, place)) {
      count += 1;
      yield guide;
    }
  }
  const addressOf = (code: string): string => `${place.publicOrigin}${paths.guide(code)}`;
  const text = exportText(counted(), command.format, addressOf);
  if (command.file === undefined) {
    for await (const part of text) if (!process.stdout.write(part)) await once(process.stdout, "drain");
    return;
  }
  await writeAll(command.file, text);
  console.log(`${command.file}: ${count.toLocaleString("en")} guides (${command.format})`);
}

async function writeAll(file: string, text: AsyncIterable<string>): Promise<void> {
  const next = `${file}.next`;
  const stream = createWriteStream(next);
  try {
    await once(stream, "open");
    for await (const part of text) if (!stream.write(part)) await once(stream, "drain");
    stream.end();
    await once(stream, "close");
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    const code = systemCode(error);
    throw code === undefined ? error : new StartFailure(`The file ${file} cannot be written (${code}).`);
  }
}

async function* guidesOf({ unit, withDrafts }: ExportCommand, place: Place): AsyncGenerator<Guide> {
  if (unit !== undefined && !place.units.includes(unit))
    throw new StartFailure(`There is no unit ${unit}: ${place.units.join(", ")} are there.`);
  for (const each of unit === undefined ? place.units : [unit]) {
    let cursor: string | undefined;
    do {
      const today = dayOf(systemClock());
      const page = await place.store.list({ unit: each, list: "all", today, limit: PAGE, cursor });
      yield* withDrafts ? newest(page.cards, place) : live(page.cards, place);
      cursor = page.next;
    } while (cursor !== undefined);
  }
}

async function* live(cards: readonly GuideCard[], { store }: Place): AsyncGenerator<Guide> {
  for (const found of await store.readManyLive(cards.map(({ id }) => id)))
    if (found !== undefined && found.state !== "abolished") yield found.guide;
}

async function* newest(cards: readonly GuideCard[], { store }: Place): AsyncGenerator<Guide> {
  for (const versions of await Promise.all(cards.map(({ id }) => store.readVersions(id, 1))))
    for (const { guide } of versions) yield guide;
}
