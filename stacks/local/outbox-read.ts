/** Reads what lies in the folders of the outbox: mails as the product writes them (one part of text), and messages. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Sent {
  readonly at: string;
  readonly way: "mail" | "sms" | "robot";
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** So many are shown, the newest first. */
const MOST = 200;

export async function readSent(folders: {
  readonly mail: string;
  readonly sms: string;
}): Promise<readonly Sent[]> {
  const [mails, messages] = await Promise.all([
    filesIn(folders.mail, ".eml", (text, at) => mailIn(text, at)),
    filesIn(folders.sms, ".json", messageIn),
  ]);
  return [...mails, ...messages].toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, MOST);
}

async function filesIn(folder: string, ending: string, read: (text: string, at: string) => Sent) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  return Promise.all(
    names.slice(-MOST).map(async (name) => read(await readFile(join(folder, name), "utf8"), timeOf(name))),
  );
}

/** `2026-11-25T213400.123Z-1a2b3c4d.eml` */
const timeOf = (name: string): string => name.replace(/^(.{10}T)(\d\d)(\d\d)(\d\d\.\d{3}Z).*$/, "$1$2:$3:$4");

function messageIn(text: string): Sent {
  const {
    at,
    way,
    to = "",
    text: said,
  } = JSON.parse(text) as Record<"at" | "to" | "text", string> & {
    readonly way: "sms" | "robot";
  };
  return { at, way, to, subject: "", text: said };
}

export function mailIn(raw: string, at: string): Sent {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  const encoding = header("Content-Transfer-Encoding").toLowerCase();
  const text = decoded(raw.slice(end + 4), encoding);
  return { at, way: "mail", to: header("To"), subject: words(header("Subject")), text };
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? quoted(body.replaceAll("=\r\n", "")) : body;
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** `=?UTF-8?Q?...?=` and `?B?` (RFC 2047); the space between two of them is none, and a character may be cut between. */
function words(header: string): string {
  const joined = header.replace(/\?=\s+=\?UTF-8\?[QB]\?/gi, "");
  return joined.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    kind.toUpperCase() === "B"
      ? Buffer.from(text, "base64").toString("utf8")
      : quoted(text.replaceAll("_", " ")),
  );
}
