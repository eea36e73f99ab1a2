/**
 * Doors: parts of an app whose code is loaded at the first request under their prefix, so that a cold start pays for
 * what is asked for and not for all that the counter can do. What is behind a door is an app like any other.
 */
import type { Context, Env, MiddlewareHandler } from "hono";
import { Hono } from "hono";

export interface Door<E extends Env> {
  /** The first part of every path behind it, such as `/guides`. */
  readonly prefix: string;
  readonly load: () => Promise<Hono<E>>;
}

interface Doors {
  readonly doors: readonly { readonly prefix: string; readonly open: () => Promise<Hono> }[];
}
const doorsOf = new WeakMap<object, Doors>();

/** Call once for an app, after its middleware: what has passed that, with what it has set, goes through the door. */
export function setUpDoors<E extends Env, Inner extends Env = E>(
  app: Hono<E>,
  doors: readonly Door<Inner>[],
): void {
  const hung = doors.map(({ prefix, load }) => ({
    prefix,
    open: opened(load as unknown as Door<Env>["load"]),
  }));
  doorsOf.set(app, { doors: hung });
  for (const { prefix, open } of hung) {
    app.all(`${prefix}/*`, async (context) => {
      const outside: Passage = { context, found: true };
      const response = await (await open()).fetch(context.req.raw, { ...context.env, [passage]: outside });
      return outside.found ? response : context.notFound();
    });
  }
}

/** All that an app answers, with what is behind its doors; the doors themselves do not count. */
export async function routesOf<E extends Env>(app: Hono<E>): Promise<Hono["routes"]> {
  const { doors } = doorsOf.get(app) ?? { doors: [] };
  const hung = new Set(doors.map(({ prefix }) => `${prefix}/*`));
  const own = app.routes.filter(({ path, method }) => !(method === "ALL" && hung.has(path)));
  const behind = await Promise.all(doors.map(async ({ open }) => (await open()).routes));
  return [...own, ...behind.flat()].filter(({ handler }) => handler !== walkIn);
}

/** The apps behind the doors through which a path leads, and the app itself. */
export async function roomsOf<E extends Env>(app: Hono<E>, path?: string): Promise<readonly Hono[]> {
  const { doors } = doorsOf.get(app) ?? { doors: [] };
  const through = doors.filter(({ prefix }) => path === undefined || `${path}/`.startsWith(`${prefix}/`));
  return [app as unknown as Hono, ...(await Promise.all(through.map(({ open }) => open())))];
}

/** How a request came in. */
interface Passage {
  readonly context: Context;
  found: boolean;
}
const passage = Symbol("passage");
const passageOf = (context: Context) => (context.env as { [passage]: Passage })[passage];

/** Brings along what the outer middleware has set, and tells it which route answered, for the log. */
const walkIn: MiddlewareHandler = async (context, next) => {
  const { context: outer } = passageOf(context);
  for (const [name, value] of Object.entries(outer.var)) context.set(name as never, value as never);
  try {
    await next();
  } finally {
    outer.set("route" as never, context.req.routePath as never);
  }
};

/** Loads once; a load that failed is tried again at the next request. */
function opened(load: () => Promise<Hono<Env>>): () => Promise<Hono> {
  let room: Promise<Hono> | undefined;
  return () => {
    room ??= furnish(load).catch((error: unknown) => {
      room = undefined;
      throw error;
    });
    return room;
  };
}

async function furnish(load: () => Promise<Hono<Env>>): Promise<Hono> {
  const room = new Hono();
  room.use(walkIn);
  room.route("/", (await load()) as unknown as Hono);
  // Errors and missing pages are the outer app's to answer.
  room.onError((error) => {
    throw error;
  });
  room.notFound((context) => {
    passageOf(context).found = false;
    return context.body(null, 404);
  });
  return room;
}
