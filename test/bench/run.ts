/** `npm run bench`: ratios against a floor measured in the same run. `--quick` takes fewer rounds, for CI. */
import { benchBookings } from "./booking.ts";
import { benchImports } from "./import.ts";
import type { Row } from "./measure.ts";
import { printRows } from "./measure.ts";
import { benchQueue } from "./queue.ts";
import { benchRequests } from "./requests.ts";
import { benchSearch } from "./search.ts";

const quick = process.argv.includes("--quick");
const rows: Row[] = [];
for (const part of [benchImports, benchRequests, benchQueue, benchBookings, benchSearch]) {
  console.error(`${part.name} ...`);
  rows.push(...(await part(quick ? 7 : 25, quick)));
}
printRows(rows);
process.exit(0);
