/** Consultations (条例 Art. 32 and 34): who is asked, what they can say, and what their silence means. Pure. */

/** Somebody whose lawful interests are touched, or an agency that made the information too. */
export const consultedParties = ["third_party", "co_author"] as const;
export type ConsultedParty = (typeof consultedParties)[number];

export const opinions = ["agree", "agree_in_part", "object"] as const;
export type Opinion = (typeof opinions)[number];

/** Art. 32: the agency decides by itself. Art. 34: the other agency counts as having consented. */
export const silenceMeans: Readonly<Record<ConsultedParty, "agency_decides" | "deemed_consent">> = {
  third_party: "agency_decides",
  co_author: "deemed_consent",
};
