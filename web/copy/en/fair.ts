import type { fair as zh } from "../zh/fair.ts";

export const fair: typeof zh = {
  slow: {
    title: "Too many tries, please wait a moment",
    next: (wait: string) =>
      `Wait ${wait} and press the button below again. What you filled in is still here, and what is booked stays booked.`,
    minutes: (n: number) => (n === 1 ? "1 minute" : `${n} minutes`),
    seconds: (n: number) => (n === 1 ? "1 second" : `${n} seconds`),
  },
};
