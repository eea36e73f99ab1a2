/** How much one telephone and one address may hand in. Whole networks stand behind one address of a mobile operator. */
import type { LimitRules } from "../booking/booking.limit.ts";

export const adviceLimits: LimitRules = {
  name: "advice",
  code: "too_much_advice",
  limits: {
    phone: { most: 10, windowSeconds: 3600, unshared: 2 },
    address: { most: 300, windowSeconds: 600, unshared: 10 },
  },
};
