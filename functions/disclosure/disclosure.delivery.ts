/**
 * How an answer reaches the applicant, and which day counts as that of the answer (国办公开办函〔2016〕235号): posted
 * through the postal enterprise, the day of posting; handed over, the day of signing; read on this site, the day it is
 * put there. Pure.
 */
export const deliveries = ["site", "post", "in_person"] as const;
export type Delivery = (typeof deliveries)[number];

/** The rules on delivery that a refusal names. */
export const DELIVERY_RULES = "国办公开办函〔2016〕235号";

/** Whether the day has to be proven by something outside of this system: a number of the post, who has signed. */
export const needsProof = (delivery: Delivery): boolean => delivery !== "site";
