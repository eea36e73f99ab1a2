/** What can be done with the gazette: read, write, review, and what dates bring about. */
import { openGazetteDates } from "./gazette.dates.service.ts";
import { openGazetteReads } from "./gazette.read.service.ts";
import type { GazetteParts } from "./gazette.write.service.ts";
import { openGazetteWrites } from "./gazette.write.service.ts";

export type Gazette = ReturnType<typeof openGazette>;

export function openGazette(parts: GazetteParts) {
  const writes = openGazetteWrites(parts);
  return { ...writes, ...openGazetteReads(writes, parts), ...openGazetteDates(writes, parts) };
}
