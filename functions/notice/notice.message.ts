/** What goes out: one message in the forms that the channels take, and the choice of the channel. Pure. */
import type { Channel } from "./notice.ts";

export interface Message {
  /** The same for every try, so that a double can be told. */
  readonly name: string;
  /** Of what kind it is, for gateways that know their texts by number. */
  readonly template: string;
  readonly lang: "zh" | "en";
  readonly subject: string;
  /** For mail. */
  readonly text: string;
  /** For SMS, from the richest to the plainest; the first that fits is sent. */
  readonly short: readonly string[];
  /** What gateways that know their texts by number put into them. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface Letter {
  readonly to: Readonly<Partial<Record<Channel, string>>>;
  readonly message: Message;
  /** Goes out at night too, because it would be worth nothing in the morning. */
  readonly isUrgent?: boolean;
}

/** What came of composing a notice: a letter; nothing, as it is no longer so; or nothing before that instant. */
export type Composed = Letter | "overtaken" | { readonly until: string };

/** Hands a message over; throws `NotTaken` when it is not taken. */
export interface Sender {
  send(to: string, message: Message): Promise<void>;
}
export type Senders = Readonly<Partial<Record<Channel, Sender>>>;

/** The first channel of the order that there is a sender and an address for. */
export const channelFor = (
  order: readonly Channel[],
  to: Letter["to"],
  senders: Readonly<Partial<Record<Channel, unknown>>>,
): Channel | undefined =>
  order.find((channel) => to[channel] !== undefined && senders[channel] !== undefined);

/** One SMS in China, letters and characters alike; a longer one is billed as several (67 each). */
export const SMS_CHARACTERS = 70;

/** Length as a mobile network counts it: UTF-16 units, so that an emoji is two. */
export const smsLength = (text: string): number => text.length;

/** The first text that fits, otherwise the last one cut with an ellipsis, never inside a pair. */
export function fitted(texts: readonly string[], most: number): string {
  const found = texts.find((text) => smsLength(text) <= most);
  if (found !== undefined) return found;
  let cut = "";
  for (const character of texts.at(-1) ?? "") {
    if (smsLength(cut) + smsLength(character) > most - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** A mobile number of the mainland; SMS reach no other. */
export const isMobile = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone);

export const addressesOf = ({
  phone,
  email,
}: {
  phone: string;
  email?: string | undefined;
}): Letter["to"] => ({
  ...(isMobile(phone) ? { sms: phone } : {}),
  ...(email === undefined ? {} : { mail: email }),
});
