import type { officeBans as words } from "../zh/office.bans.ts";

const counts = { no_show: "no-shows", cancellation: "cancellations", booking: "bookings" };
const per = { day: "a day", month: "a month" };

export const officeBans: typeof words = {
  nav: "Stopped people",
  title: (hall) => `Stopped people: ${hall}`,
  lead: "They cannot book in this hall for a time. Names and numbers are shown in part.",
  waiting: "Appeals that wait",
  noWaiting: "No appeal waits.",
  inForce: "Stopped now",
  empty: { title: "Nobody is stopped", text: "Whoever the rules stop appears here until it ends by itself." },
  columns: { who: "Who", why: "Why", from: "From", until: "Until", appeal: "Appeal" },
  why: ({ counts: what, per: each, at }) => `${at} ${counts[what]} in ${per[each]}`,
  appeals: { none: "None", waiting: "Waits", decided: "Decided" },
  states: { in_force: "Stopped", lifted: "Lifted", over: "Over" },
  more: "Next page",
  first: "First page",
  one: {
    title: (name, number) => `Stopped: ${name} (${number})`,
    said: "What the person says",
    saidAt: (at) => `Sent on ${at}`,
    nothing: "No appeal. The hall can lift it all the same when it finds a mistake.",
    decide: "Decide",
    outcome: "What is decided",
    outcomes: { lifted: "Lift it", kept: "Keep it" },
    lifted: "They can book at once, and the last event no longer counts",
    kept: "They cannot book until it ends",
    reason: "Reason",
    reasonHint: "The person reads it; name the facts",
    button: "Decide",
    decided: (outcome, name, at) => `${outcome}. ${name}, ${at}`,
    done: "Decided. The person sees it with its reason on the page of appeals.",
    changed: "This has just changed. Look at it as it stands below and decide then.",
  },
};
