/** `npm run guides -- import FILE` and `npm run guides -- export [FILE]`; what they take is in `guides/command.ts`. */
import { StartFailure } from "./failure.ts";
import { readCommand, usage } from "./guides/command.ts";
import { exportGuides } from "./guides/export.ts";
import { importGuides } from "./guides/import.ts";
import { openPlace } from "./guides/place.ts";

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (command.kind === "help") {
    console.log(usage);
    return;
  }
  const place = await openPlace(process.env);
  try {
    if (command.kind === "import") await importGuides(command, place);
    else await exportGuides(command, place);
  } finally {
    await place.close();
  }
}

await run().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exitCode = 1;
});
