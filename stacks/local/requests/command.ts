import { parseArgs } from "node:util";
import { StartFailure } from "../failure.ts";

export interface ImportCommand {
  readonly file: string;
  /** Whose requests they are; the first unit of the government when left out. */
  readonly unit: string | undefined;
  readonly report: string | undefined;
  readonly isDryRun: boolean;
}

export const usage = `npm run requests -- import FILE [options]     a register of answered requests, XLSX or CSV
    --unit CODE          whose requests they are (the first unit, when left out)
    --report FILE.csv    every row that was refused or put right, with its reasons
    --dry-run            reads, compares with what is there and reports; writes nothing

Interrupted, the same command goes on: what was taken is then unchanged. The stack that runs on DATA_DIR is used, or the
data in that folder while none runs. DYNAMODB_ENDPOINT or TABLE_NAME names another table; its data keys are then in
SST_RESOURCE_DataKeys, as sst shell sets it.`;

const options = {
  unit: { type: "string" },
  report: { type: "string" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean" },
} as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split(". ")[0]}.\n\n${usage}`);
  }
}

/** Reads the command line. Throws a StartFailure with one sentence for what cannot be meant. */
export function readCommand(words: readonly string[]): ImportCommand | "help" {
  const { values, positionals } = parse(words);
  const [kind, file, ...more] = positionals;
  if (kind === undefined || values.help === true) return "help";
  if (kind !== "import")
    throw new StartFailure(`There is no command ${kind}: import is the one.\n\n${usage}`);
  if (file === undefined) throw new StartFailure("Say which file to import: npm run requests -- import FILE");
  if (more.length > 0) throw new StartFailure(`One file at a time: ${more[0]} is one too many.`);
  return { file, unit: values.unit, report: values.report, isDryRun: values["dry-run"] === true };
}
