import { withQuery } from "./paths.ts";

const HALLS = "/office/halls";
type Query = Readonly<Record<string, string | undefined>>;
const part = encodeURIComponent;

/** Every URL of the office's side of halls; beside `paths`, because only its pages need them. */
export const hallPaths = {
  halls: (query: Readonly<Record<string, string | undefined>> = {}) => withQuery(HALLS, query),
  begin: () => `${HALLS}/new`,
  hall: (hall: string) => `${HALLS}/${part(hall)}`,
  about: (hall: string) => `${hallPaths.hall(hall)}/about`,
  service: (hall: string, service = "new") => `${hallPaths.hall(hall)}/services/${part(service)}`,
  newPlace: (hall: string) => `${hallPaths.hall(hall)}/places/new`,
  place: (hall: string, place: string) => `${hallPaths.hall(hall)}/places/${part(place)}`,
  placePart: (hall: string, place: string, name: string) => `${hallPaths.place(hall, place)}/${part(name)}`,
  counter: (hall: string, place: string, counter = "new") =>
    `${hallPaths.placePart(hall, place, "counters")}/${part(counter)}`,
  preview: (hall: string, to?: string) => withQuery(`${hallPaths.hall(hall)}/preview`, { to }),
  publish: (hall: string) => `${hallPaths.hall(hall)}/publish`,
  discard: (hall: string) => `${hallPaths.hall(hall)}/discard`,
  rules: (hall: string) => `${hallPaths.hall(hall)}/rules`,
  newRules: (hall: string) => `${hallPaths.rules(hall)}/new`,
  bans: (hall: string, after?: string) => withQuery(`${hallPaths.hall(hall)}/bans`, { after }),
  ban: (hall: string, ban: string) => `${hallPaths.bans(hall)}/${part(ban)}`,
  statistics: (hall: string, query: Query = {}) => withQuery(`${hallPaths.hall(hall)}/statistics`, query),
  statisticsFile: (hall: string, query: Query) =>
    withQuery(`${hallPaths.statistics(hall)}/figures.csv`, query),
  statisticsChart: (hall: string, chart: string, query: Query) =>
    withQuery(`${hallPaths.statistics(hall)}/charts/${part(chart)}.svg`, query),
  worklist: (hall: string) => `${hallPaths.hall(hall)}/worklist`,
  called: (hall: string, code: string) => `${hallPaths.worklist(hall)}/${part(code)}`,
};

/** Where whoever may not book for a time sees why and appeals. */
export const appealPaths = {
  /** The code alone may stand in an address; digits of a telephone never. */
  appeals: (code?: string) => withQuery("/appeals", { code }),
  appealSend: () => "/appeals/send",
};
