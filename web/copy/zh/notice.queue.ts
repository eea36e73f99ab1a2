/** Messages about queue tickets (排队签). They hold the sign of the ticket, which leads to nobody. */
export interface QueueWords {
  readonly sign: string;
  readonly day: string;
  readonly dayShort: string;
  /** When the order is drawn. */
  readonly hour: string;
  readonly turn: string;
  readonly turns: string;
  /** The second at which the turn begins. */
  readonly from: string;
  readonly hall: string;
  readonly place: string;
  readonly phone: string;
  readonly services: string;
  readonly link: string;
}

/** `dropped`: the day needs no tickets any more; `closed`: it gives out nothing. */
export type QueueSaid = "ticket" | "turn" | "dropped" | "closed";

interface Template {
  readonly subject: (words: QueueWords) => string;
  readonly lines: (words: QueueWords) => readonly string[];
  /** For SMS, the richest first. */
  readonly short: (words: QueueWords) => readonly string[];
}

export interface QueueNoticeWords {
  readonly and: string;
  /** A day without its year, as short as it can be read. */
  readonly shortDay: (day: string) => string;
  readonly hour: (day: string, time: string) => string;
  readonly facts: (words: QueueWords) => readonly string[];
  readonly link: (address: string) => string;
  readonly automatic: string;
  readonly said: Readonly<Record<QueueSaid, Template>>;
}

export const queueNotice: QueueNoticeWords = {
  and: "、",
  shortDay: (day) => day,
  hour: (day, time) => `${day} ${time}`,
  facts: ({ day, hall, place, services, sign, phone }) => [
    `要约的日期：${day}`,
    `地点：${hall} ${place}`,
    `事项：${services}`,
    `签号：${sign}`,
    `大厅电话：${phone}`,
  ],
  link: (address) => `用领签时的手机或者浏览器打开，就能选时间：${address}`,
  automatic: "这条消息由系统自动发出，请不要回复。我们不会向您索要身份证号、密码或者验证码。",
  said: {
    ticket: {
      subject: ({ hour, hall }) => `已领排队签，${hour}抽签：${hall}`,
      lines: ({ hour }) => [`您领到了排队签。${hour}抽签排先后，抽完把轮到您的时间发给您，早来晚来都一样。`],
      short: ({ dayShort, hall, hour, sign }) => [
        `已领${dayShort}${hall}的排队签，${hour}抽签，结果会通知您。签号${sign}`,
        `已领${dayShort}的排队签，${hour}抽签，结果会通知您。签号${sign}`,
      ],
    },
    turn: {
      subject: ({ from, turn }) => `轮到您的时间：${from}（第 ${turn} 批）`,
      lines: ({ turn, turns, from }) => [
        `抽签的结果：您是第 ${turn} 批，共 ${turns} 批。从 ${from} 起可以选时间，之后随时可约，号约完为止。`,
      ],
      short: ({ turn, from, dayShort, hall, sign }) => [
        `您是第${turn}批，${from}起可约${dayShort}${hall}的号，请用领签的手机打开。签号${sign}`,
        `您是第${turn}批，${from}起可约${dayShort}的号。签号${sign}`,
      ],
    },
    dropped: {
      subject: ({ dayShort, hall }) => `不用排队签了：${dayShort} ${hall}`,
      lines: () => ["大厅改了这一天的放号方式，不再抽签，排队签没有用了。请打开下面的网址，看现在怎么约。"],
      short: ({ dayShort, hall, sign }) => [
        `${dayShort}${hall}改了放号方式，不再抽签，请上网看现在怎么约。签号${sign}`,
        `${dayShort}的号不再抽签，请上网看现在怎么约。签号${sign}`,
      ],
    },
    closed: {
      subject: ({ dayShort, hall }) => `这一天不放号了：${dayShort} ${hall}`,
      lines: ({ phone }) => [
        `很抱歉，大厅这一天不办理了，排队签没有用了。请看别的日期，或者打电话问大厅：${phone}。`,
      ],
      short: ({ dayShort, hall, phone, sign }) => [
        `抱歉，${dayShort}${hall}不办理了，请看别的日期或致电${phone}。签号${sign}`,
        `抱歉，${dayShort}不办理了，请看别的日期或致电${phone}。签号${sign}`,
      ],
    },
  },
};
