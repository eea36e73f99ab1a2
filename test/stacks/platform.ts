/** Brings SST's components, as source, into `.sst/platform`, where `sst deploy` puts them too. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { platform, root } from "./recording.ts";

/** The exit status; what is there already is used again. About a minute the first time. */
export function installPlatform(): number {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/sst/package.json"), "utf8"));
  if (isInstalled(version)) return 0;
  rmSync(platform, { recursive: true, force: true });
  const home = mkdtempSync(join(tmpdir(), "sst-home-"));
  try {
    writePulumi(home);
    const status = install(home);
    return status === 0 && !isInstalled(version) ? 1 : status;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function isInstalled(version: string): boolean {
  const written = join(platform, "version");
  // npm writes this file last, so that an installation that was cut short is not taken for one.
  const packages = join(platform, "node_modules/.package-lock.json");
  return existsSync(written) && existsSync(packages) && readFileSync(written, "utf8").trim() === version;
}

/** SST asks Pulumi only for its version here; a script that says it spares the download. */
function writePulumi(home: string): void {
  const folder = join(home, ".config/sst/bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pulumi"), `#!/bin/sh\necho ${wantedPulumi()}\n`, { mode: 0o755 });
}

/** The version is written in SST's program, among the modules that it was built from. */
function wantedPulumi(): string {
  const program = readFileSync(join(root, `node_modules/sst-${process.platform}-${process.arch}/bin/sst`));
  const marker = "github.com/pulumi/pulumi/sdk/v3@";
  const at = program.indexOf(marker);
  const version = /^v\d+\.\d+\.\d+/.exec(
    program.toString("latin1", at + marker.length, at + marker.length + 20),
  );
  if (at < 0 || version === null) throw new Error("SST's program does not say which Pulumi it wants");
  return version[0];
}

/** npm keeps its settings and its cache, which it would otherwise look for in the temporary home. */
function install(home: string): number {
  const { status } = spawnSync(join(root, "node_modules/.bin/sst"), ["install", "--stage", "test"], {
    cwd: root,
    stdio: "inherit",
    env: {
      npm_config_userconfig: join(homedir(), ".npmrc"),
      npm_config_cache: join(homedir(), ".npm"),
      ...process.env,
      HOME: home,
      SST_NO_BUN: "1",
      SST_TELEMETRY_DISABLED: "1",
    },
  });
  return status ?? 1;
}
