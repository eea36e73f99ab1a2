import type { DemoFile } from "./demo-files.ts";
import { DemoFailure, type DemoPlace, formIn, openVisitor, send, type Visitor } from "./demo-visitor.ts";

/** The people and programs of the offices, at work. */
export interface Desk {
  /** Signed in with the issuer, once. */
  person(id: string): Promise<Visitor>;
  /** The headers of a program that has a token, asked for once. */
  machine(id: string): Promise<Readonly<Record<string, string>>>;
}

export function openDesk(place: DemoPlace): Desk {
  const once = <Value>(make: (id: string) => Promise<Value>) => {
    const made = new Map<string, Promise<Value>>();
    return (id: string): Promise<Value> => {
      const value = made.get(id) ?? make(id);
      made.set(id, value);
      return value;
    };
  };
  return { person: once((id) => signIn(place, id)), machine: once((id) => tokenOf(place, id)) };
}

async function signIn(place: DemoPlace, id: string): Promise<Visitor> {
  const visitor = openVisitor(place);
  const asked = await visitor.visit("/office");
  const form = formIn(asked.text, /action="\/sign-in\//);
  if (form === undefined) throw new DemoFailure(`${place.issuer} asks nobody to sign in`);
  const body = new URLSearchParams({ person: id });
  const { url } = await visitor.visit(new URL(form.action, asked.url), { method: "POST", body });
  if (url.origin !== place.publicOrigin || url.pathname !== "/office")
    throw new DemoFailure(`${id} could not sign in`);
  return visitor;
}

async function tokenOf(place: DemoPlace, id: string): Promise<Readonly<Record<string, string>>> {
  const { text } = await send(place, new URL("/token", place.issuer), {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${id}:${place.clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token } = JSON.parse(text) as { readonly access_token: string };
  return { authorization: `Bearer ${token}` };
}

/** A form of the office as a person sends it: what stands in it already stays, the rest is filled in. */
export interface Filling {
  readonly page: string;
  readonly tag: RegExp;
  readonly filled: Readonly<Record<string, string>>;
  /** What the address of the next page says. */
  readonly done: string;
}

/** Throws a DemoFailure when the page offers no such form, or shows it again because something is wrong in it. */
export async function fillIn(visitor: Visitor, { page, tag, filled, done }: Filling): Promise<void> {
  const { text, url } = await visitor.visit(page);
  const form = formIn(text, tag);
  if (form === undefined) throw new DemoFailure(`${url.pathname} has no form for "${done}"`);
  const body = new URLSearchParams({ ...form.fields, ...filled });
  const next = await visitor.visit(new URL(form.action, url), { method: "POST", body });
  if (next.url.searchParams.get("done") !== done)
    throw new DemoFailure(`${url.pathname} did not take "${done}"`);
}

/** What a form for the bucket is posted with: all its fields, the file last. */
export function withFile(fields: Readonly<Record<string, string>>, file: DemoFile): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", new Blob([file.bytes()], { type: file.type }), file.name);
  return body;
}
