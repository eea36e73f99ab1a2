/** Builds what looks at outgoing files, built when the first answer has one. */
import type { DataFiles } from "./attachment/attachment.service.ts";
import type { Config } from "./kit/config.ts";
import type { Log } from "./kit/log.ts";
import type { Table } from "./kit/table.ts";
import { openClamd } from "./release/release.scan.ts";
import { openReleaseChecks } from "./release/release.service.ts";
import { openReleaseStore, type Releasing } from "./release/release.store.ts";

export interface ReleaseGround {
  readonly table: Table;
  readonly attachments: Pick<DataFiles, "readData" | "keepMade">;
  readonly config: Pick<Config, "clamd">;
  readonly log: Log;
}

export const releaseOf = ({ table, attachments, config, log }: ReleaseGround, of?: Releasing) =>
  openReleaseChecks({
    attachments,
    log,
    store: openReleaseStore(table, of),
    scanner: config.clamd === undefined ? undefined : openClamd(config.clamd),
  });
