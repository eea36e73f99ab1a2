/** What every page of both apps can ask for: who looks at it how, as the web's View. */
import type { MiddlewareHandler } from "hono";
import type { View } from "../web/view.ts";
import type { Config } from "./kit/config.ts";
import type { PageEnv } from "./kit/page.ts";

export interface AppEnv {
  Variables: PageEnv["Variables"] & { view: View };
}

export const setUpView =
  (config: Pick<Config, "government" | "assetsPath">): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const { government, assetsPath } = config;
    context.set("view", { ...context.get("preferences"), government, assets: assetsPath });
    await next();
  };
