/**
 * `npm run bench`: ratios against a floor measured in the same run. `--quick` takes fewer rounds, for CI; names of
 * parts (`npm run bench -- search`) run these alone.
 */
import { benchBookings } from "./booking.ts";
import { benchImports } from "./import.ts";
import type { Row } from "./measure.ts";
import { printRows } from "./measure.ts";
import { benchQueue } from "./queue.ts";
import { benchReport } from "./report.ts";
import { benchRequests } from "./requests.ts";
import { benchSearch } from "./search.ts";

const parts = {
  imports: benchImports,
  requests: benchRequests,
  queue: benchQueue,
  bookings: benchBookings,
  report: benchReport,
  search: benchSearch,
};
const wanted = process.argv.slice(2).filter((word) => word !== "--quick");
const unknown = wanted.filter((word) => !Object.hasOwn(parts, word));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}: ${Object.keys(parts).join(", ")} are there.`);
  process.exit(2);
}
const quick = process.argv.includes("--quick");
const rows: Row[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name} ...`);
  rows.push(...(await part(quick ? 7 : 25, quick)));
}
printRows(rows);
process.exit(0);
