/** In which form and by which way the information is wanted (Art. 29), and which of them go together. */
import { type Read, readChoice, refuse } from "./disclosure.text.ts";

/** 提供方式: on paper, as a file, on a disc. */
export const informationForms = ["electronic", "paper", "disc"] as const;
export type InformationForm = (typeof informationForms)[number];
/** 获取途径: on this site, by e-mail, by post, picked up, read on the spot. */
export const informationRoutes = ["site", "email", "post", "pick_up", "read_on_the_spot"] as const;
export type InformationRoute = (typeof informationRoutes)[number];

/** Which routes can carry a form; the others would only lead to a correction notice (Art. 30). */
export const routesOfForm: Readonly<Record<InformationForm, readonly InformationRoute[]>> = {
  electronic: ["site", "email", "pick_up", "read_on_the_spot"],
  paper: ["post", "pick_up", "read_on_the_spot"],
  disc: ["post", "pick_up", "read_on_the_spot"],
};

export function readRoute(raw: unknown, form: InformationForm | undefined): Read<InformationRoute> {
  const route = readChoice(raw, informationRoutes, "route.choose");
  if (!route.ok || form === undefined || routesOfForm[form].includes(route.value)) return route;
  return refuse("route.form");
}
