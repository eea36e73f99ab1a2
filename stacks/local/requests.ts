/** `npm run requests -- import FILE`: takes a register of old requests in; what it takes is in `requests/command.ts`. */
import { StartFailure } from "./failure.ts";
import { readCommand, usage } from "./requests/command.ts";
import { importRequests } from "./requests/import.ts";
import { openPlace } from "./requests/place.ts";

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command === "help") {
    console.log(usage);
    return;
  }
  const place = await openPlace(process.env);
  try {
    await importRequests(command, place);
  } finally {
    await place.close();
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
});
