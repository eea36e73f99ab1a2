const part = encodeURIComponent;
const OFFICE = "/office/occasions";
const under = (...parts: readonly string[]): string => [OFFICE, ...parts.map(part)].join("/");

/** Where citizens see who receives when, and what takes place; only their pages and links to them need it. */
export const occasionPaths = {
  receptions: () => "/receptions",
  events: () => "/events",
};

/** The office's side of occasions: what is near and what is open, a day with its visits, and planning. */
export const occasionOfficePaths = {
  all: (after?: string) => (after === undefined ? OFFICE : `${OFFICE}?after=${part(after)}`),
  day: (hall: string, occasion: string) => under("days", hall, occasion),
  attendance: (hall: string, occasion: string) => `${occasionOfficePaths.day(hall, occasion)}/attendance`,
  visit: (hall: string, day: string, code: string) => under("visits", hall, day, code),
  answer: (hall: string, day: string, code: string) => `${occasionOfficePaths.visit(hall, day, code)}/answer`,
  close: (hall: string, day: string, code: string) => `${occasionOfficePaths.visit(hall, day, code)}/close`,
  plan: (hall: string) => under("halls", hall),
  series: (hall: string, service: string) => under("halls", hall, service),
  month: (hall: string, service: string) => `${occasionOfficePaths.series(hall, service)}/month`,
  places: (hall: string, service: string) => `${occasionOfficePaths.series(hall, service)}/places`,
  date: (hall: string, service: string, occasion = "new") =>
    `${occasionOfficePaths.series(hall, service)}/dates/${part(occasion)}`,
  remove: (hall: string, service: string, occasion: string) =>
    `${occasionOfficePaths.date(hall, service, occasion)}/remove`,
};
