/** How a request comes in, and which day counts as that of its receipt (条例 Art. 31, 207号). Pure. */

export const channels = ["internet", "in_person", "oral", "registered_mail", "ordinary_mail", "fax"] as const;
export type Channel = (typeof channels)[number];

/** Those that somebody of the office enters: handed in, told, or come by post or fax. */
export const officeChannels = channels.filter((channel) => channel !== "internet");

/**
 * Handed in, told or signed for: the day that it came is the day of receipt. Ordinary mail, fax and the internet: the
 * day that both sides confirm, and until then the day that it came is the earliest that could be argued for.
 */
const receivedAtOnce: ReadonlySet<Channel> = new Set(["in_person", "oral", "registered_mail"]);

export const isReceivedOnArrival = (channel: Channel): boolean => receivedAtOnce.has(channel);
