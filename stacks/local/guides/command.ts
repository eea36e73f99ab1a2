import { parseArgs } from "node:util";
import { type ExportFormat, exportFormats, isExportFormat } from "../../../functions/guide/guide.export.ts";
import { StartFailure } from "../failure.ts";

export interface ImportCommand {
  readonly kind: "import";
  readonly file: string;
  /** The unit that keeps new guides; the first one of the government when left out. */
  readonly unit: string | undefined;
  /** People of that unit who have signed in; both or none, and two different ones. */
  readonly publish: { readonly preparedBy: string; readonly approvedBy: string } | undefined;
  /** Set in guides that have none. */
  readonly owner: string | undefined;
  readonly checkedOn: string | undefined;
  readonly report: string | undefined;
  readonly isDryRun: boolean;
}

export interface ExportCommand {
  readonly kind: "export";
  /** Standard output when left out. */
  readonly file: string | undefined;
  readonly format: ExportFormat;
  readonly unit: string | undefined;
  /** The newest version of each guide, drafts included, instead of what citizens read. */
  readonly withDrafts: boolean;
}

export type Command = ImportCommand | ExportCommand | { readonly kind: "help" };

export const usage = `npm run guides -- import FILE [options]     JSON lines or CSV; national keys or the shape of Guangdong
    --report FILE        every row that was refused, changed or is incomplete, with its reasons (.csv or .jsonl)
    --unit CODE          the unit that keeps the guides (the first one, when left out)
    --prepared-by ID --approved-by ID
                         two people of the unit who stand behind them: what is complete is published
    --as-drafts          drafts only, whoever stands behind them
    --owner ID           who keeps guides true that name nobody
    --checked-on DAY     when somebody made sure of guides that do not say it
    --dry-run            reads and reports, writes no guide
npm run guides -- export [FILE] [options]
    --format FORMAT      ${exportFormats.join(", ")} (told from the name of FILE, else jsonl)
    --unit CODE          one unit only
    --with-drafts        the newest version of every guide, not only what citizens read

The stack that runs on DATA_DIR is used, or the data in that folder while none runs. DYNAMODB_ENDPOINT or TABLE_NAME
names another table.`;

const options = {
  report: { type: "string" },
  unit: { type: "string" },
  "prepared-by": { type: "string" },
  "approved-by": { type: "string" },
  "as-drafts": { type: "boolean" },
  owner: { type: "string" },
  "checked-on": { type: "string" },
  "dry-run": { type: "boolean" },
  format: { type: "string" },
  "with-drafts": { type: "boolean" },
  help: { type: "boolean" },
} as const;

type Values = ReturnType<typeof parse>["values"];

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split(". ")[0]}.\n\n${usage}`);
  }
}

/** Reads the command line. Throws a StartFailure with one sentence for what cannot be meant. */
export function readCommand(words: readonly string[]): Command {
  const { values, positionals } = parse(words);
  const [kind, file, ...more] = positionals;
  if (kind === undefined || values.help === true) return { kind: "help" };
  if (more.length > 0) throw new StartFailure(`One file at a time: ${more[0]} is one too many.`);
  if (kind === "import") return importCommand(file, values);
  if (kind === "export") return exportCommand(file, values);
  throw new StartFailure(`There is no command ${kind}: import and export are the two.\n\n${usage}`);
}

function importCommand(file: string | undefined, values: Values): ImportCommand {
  if (file === undefined) throw new StartFailure("Say which file to import: npm run guides -- import FILE");
  const checkedOn = values["checked-on"];
  if (checkedOn !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(checkedOn))
    throw new StartFailure("--checked-on must be a day such as 2026-03-20.");
  return {
    kind: "import",
    file,
    unit: values.unit,
    publish: publishersOf(values),
    owner: values.owner,
    checkedOn,
    report: values.report,
    isDryRun: values["dry-run"] === true,
  };
}

function publishersOf(values: Values): ImportCommand["publish"] {
  const { "prepared-by": preparedBy, "approved-by": approvedBy } = values;
  if (values["as-drafts"] === true || (preparedBy === undefined && approvedBy === undefined))
    return undefined;
  if (preparedBy === undefined || approvedBy === undefined)
    throw new StartFailure(
      "Publishing takes two people: give --prepared-by and --approved-by, or --as-drafts.",
    );
  if (preparedBy === approvedBy)
    throw new StartFailure(
      "Whoever prepared guides may not approve them: --approved-by must be somebody else.",
    );
  return { preparedBy, approvedBy };
}

const endings: Readonly<Record<string, ExportFormat>> = { csv: "csv", jsonld: "jsonld" };

function exportCommand(file: string | undefined, values: Values): ExportCommand {
  const told = endings[file?.split(".").at(-1)?.toLowerCase() ?? ""] ?? "jsonl";
  const format = values.format ?? told;
  if (!isExportFormat(format))
    throw new StartFailure(`There is no format ${format}: ${exportFormats.join(", ")} are there.`);
  return { kind: "export", file, format, unit: values.unit, withDrafts: values["with-drafts"] === true };
}
