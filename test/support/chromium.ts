/** Finds a Chromium for the journeys, or installs Debian's where that is possible, or says the one command to run. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const DEBIAN = "/usr/bin/chromium";

/** The path of a Chromium that can be started. Throws an Error with the command to run where there is none. */
export function findOrInstallChromium(): string {
  const found = find();
  if (found !== undefined && hasChineseFont()) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    install();
    const installed = find();
    if (installed !== undefined) return installed;
  }
  if (found !== undefined) {
    console.warn("No Chinese font was found: pages are tested, but their pictures will show boxes.");
    return found;
  }
  throw new Error(
    "The browser journeys need Chromium. Run this once, then try again:\n" +
      "  sudo apt-get install -y chromium fonts-noto-cjk\n" +
      "or set CHROMIUM_PATH to a Chromium that you have.",
  );
}

function find(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error("CHROMIUM_PATH is set, but there is no such file.");
    return named;
  }
  if (existsSync(DEBIAN)) return DEBIAN;
  return findOfPlaywright();
}

function findOfPlaywright(): string | undefined {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  const paths = versions.flatMap((version) =>
    ["chrome-linux", "chrome-linux64"].map((inner) => join(folder, version, inner, "chrome")),
  );
  return paths.find((path) => existsSync(path));
}

function hasChineseFont(): boolean {
  const answer = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return answer.status === 0 && answer.stdout.trim() !== "";
}

function install(): void {
  console.log("Installing Chromium and a Chinese font (Debian packages chromium, fonts-noto-cjk) ...");
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update", "-q"], { ...options, stdio: "ignore" });
  spawnSync(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk", "fontconfig"],
    {
      ...options,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
}
