/** Messages about bookings (预约). They hold the code, never a name or an identity number. */
export interface VisitWords {
  readonly code: string;
  readonly day: string;
  readonly dayShort: string;
  readonly time: string;
  /** Until when an offer holds. */
  readonly until: string;
  /** When lots are drawn. */
  readonly hour: string;
  readonly hall: string;
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  /** Of a reception (接访) with who receives. */
  readonly services: string;
  /** Who receives and on what; empty for what is no reception. */
  readonly received: string;
  readonly link: string;
  /** Names of what to bring. */
  readonly materials: readonly string[];
  /** Where whoever may not book for a time sees why. */
  readonly appeals: string;
}

interface Template {
  readonly subject: (visit: VisitWords) => string;
  readonly lines: (visit: VisitWords) => readonly string[];
  /** For SMS, the richest first. */
  readonly short: (visit: VisitWords) => readonly string[];
}

export interface BookingNoticeWords {
  readonly and: string;
  /** Who receives, behind the name of a reception. */
  readonly host: (name: string) => string;
  /** A day without its year, as short as it can be read. */
  readonly shortDay: (day: string) => string;
  readonly facts: (visit: VisitWords) => readonly string[];
  readonly bring: string;
  readonly item: (name: string) => string;
  readonly more: (count: number) => string;
  readonly warned: string;
  readonly link: (address: string) => string;
  readonly automatic: string;
  readonly templates: Readonly<Record<Name, Template>>;
}

type Name =
  | "booking_made"
  | "booking_moved"
  | "booking_cancelled"
  | "booking_closed"
  | "booking_kept"
  | "booking_missed"
  | "booking_offered"
  | "booking_registered"
  | "booking_drawn"
  | "booking_not_drawn"
  | "booking_tomorrow"
  | "booking_soon"
  | "ban_lifted"
  | "ban_kept";

/** As many names as there may be room for, from all of them down to one. */
const lists = ({ materials }: VisitWords): readonly string[] =>
  materials.map((_, n) => {
    const left = materials.length - n;
    const names = materials.slice(0, left).join("、");
    return left === materials.length ? `请带：${names}` : `请带：${names}等${materials.length}样`;
  });

const when = ({ dayShort, time }: VisitWords): string => `${dayShort}${time}`;

export const bookingNotice: BookingNoticeWords = {
  and: "、",
  host: (name) => `（${name}）`,
  shortDay: (day) => day,
  facts: ({ day, time, hall, place, address, services, received, code, phone }) => [
    `时间：${day} ${time}`,
    `地点：${hall}·${place}（${address}）`,
    `事项：${services}`,
    ...(received === "" ? [] : [`接访：${received}`]),
    `预约号：${code}`,
    `大厅电话：${phone}`,
  ],
  bring: "请带上：",
  item: (name) => `· ${name}`,
  more: (count) => `还有 ${count} 样，请看办事指南。`,
  warned:
    "请注意：近期的取消或者未到次数已经接近或者达到限制，再有一次可能暂时不能在网上预约。有异议可以向大厅申诉。",
  link: (address) => `查看、改约或者取消（需要预约号和手机后四位）：${address}`,
  automatic: "这条消息由系统自动发出，请不要回复。我们不会向您索要身份证号、密码或者验证码。",
  templates: {
    booking_made: {
      subject: (visit) => `预约成功：${when(visit)} ${visit.hall}`,
      lines: () => ["您的预约成功了。请提前十分钟到，签到后等叫号。"],
      short: (visit) => [
        `预约成功：${when(visit)}到${visit.hall}·${visit.place}办理${visit.services}，预约号${visit.code}，请带齐材料。`,
        ...(visit.received === ""
          ? []
          : [`预约成功：${when(visit)}，${visit.services}，${visit.place}，预约号${visit.code}`]),
        `预约成功：${when(visit)}，${visit.hall}·${visit.place}，预约号${visit.code}，请带齐材料。`,
        `预约成功：${when(visit)}，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_moved: {
      subject: (visit) => `已改约：${when(visit)} ${visit.hall}`,
      lines: () => ["您的预约已经改到下面的时间，原来的时间不再保留。"],
      short: (visit) => [
        `已改约到${when(visit)}，${visit.hall}·${visit.place}，预约号${visit.code}，请带齐材料。`,
        `已改约到${when(visit)}，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_cancelled: {
      subject: (visit) => `预约已取消：${when(visit)} ${visit.hall}`,
      lines: (visit) => [
        `您的预约已经取消，这个时间不用来了。不是您本人取消的，请马上联系大厅：${visit.phone}。`,
      ],
      short: (visit) => [
        `${when(visit)}${visit.hall}的预约已取消，不用来了。不是您取消的请致电${visit.phone}。`,
        `${when(visit)}的预约已取消，不用来了。${visit.hall}`,
      ],
    },
    booking_closed: {
      subject: (visit) => `请重新选时间：${when(visit)} ${visit.hall}`,
      lines: () => [
        "很抱歉，您预约的窗口那个时间不能办理。请重新选一个时间，或者取消；都不计入取消次数。您的预约号不变。",
      ],
      short: (visit) => [
        `抱歉，${when(visit)}${visit.hall}窗口不能办理，请改约：${visit.link} 预约号${visit.code}`,
        `抱歉，${when(visit)}不能办理，请改约或致电${visit.phone}，预约号${visit.code}，${visit.hall}`,
        `抱歉，${when(visit)}不能办理，请改约，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_kept: {
      subject: (visit) => `预约照常：${when(visit)} ${visit.hall}`,
      lines: () => ["之前通知您那个时间不能办理，现在可以照常办理了，您不用改约。"],
      short: (visit) => [
        `${when(visit)}${visit.hall}的预约可以照常办理，不用改约，预约号${visit.code}。`,
        `${when(visit)}的预约照常，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_missed: {
      subject: (visit) => `您没有按预约到场：${when(visit)}`,
      lines: () => ["您预约的时间已经过了，大厅没有您的签到记录。"],
      short: (visit) => [
        `您没有按时到${visit.hall}（${when(visit)}），未到次数已接近或达到限制，有异议可向大厅申诉。`,
        `您没有按时到场（${when(visit)}），未到次数已接近或达到限制，可申诉。${visit.hall}`,
      ],
    },
    booking_offered: {
      subject: (visit) => `候补有号了，请在 ${visit.until} 前确认`,
      lines: (visit) => [`您候补的时间有号了，为您保留到 ${visit.until}。请在这之前确认，过时就给下一位。`],
      short: (visit) => [
        `候补有号：${when(visit)}${visit.hall}，请在${visit.until}前确认：${visit.link} 预约号${visit.code}`,
        `候补有号：${when(visit)}，请在${visit.until}前确认，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_registered: {
      subject: (visit) => `已登记摇号：${when(visit)} ${visit.hall}`,
      lines: (visit) => [
        `您登记好了。${visit.hour}摇号，之前登记都一样；摇中没摇中都会通知您。`,
        "不想摇了，凭下面的号码和手机后四位可以退出。",
      ],
      short: (visit) => [
        `已登记${when(visit)}${visit.hall}的摇号，结果会通知您。登记号${visit.code}`,
        `已登记${when(visit)}的摇号，结果会通知您。登记号${visit.code}`,
      ],
    },
    booking_drawn: {
      subject: (visit) => `摇中了，请在 ${visit.until} 前确认`,
      lines: (visit) => [`您摇中了，号为您保留到 ${visit.until}。请在这之前确认，过时就给下一位。`],
      short: (visit) => [
        `摇中了：${when(visit)}${visit.hall}，请在${visit.until}前确认：${visit.link} 预约号${visit.code}`,
        `摇中了：${when(visit)}，请在${visit.until}前确认，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_not_drawn: {
      subject: (visit) => `没有摇中：${when(visit)} ${visit.hall}`,
      lines: (visit) => [
        "这次没有摇中。您按摇号的次序留在这一天的候补名单里，有人退号会按次序通知您。",
        `不想等，可以看别的日期，或者打电话问大厅：${visit.phone}。`,
      ],
      short: (visit) => [
        `${when(visit)}${visit.hall}没有摇中，已按次序候补，有号会通知您。可看别的日期：${visit.link} ${visit.code}`,
        `${when(visit)}没有摇中，已按次序候补，有号会通知，可另选日期。${visit.code}`,
      ],
    },
    booking_tomorrow: {
      subject: (visit) => `明天 ${visit.time}：${visit.hall}`,
      lines: () => ["提醒您明天有预约。来不了请提前取消，把号让给别人。"],
      short: (visit) => [
        ...lists(visit).map((list) => `明天${visit.time}，${visit.hall}，预约号${visit.code}。${list}`),
        `明天${visit.time}（${visit.dayShort}）到${visit.hall}·${visit.place}办理${visit.services}，预约号${visit.code}，请带齐材料。`,
        `明天${visit.time}，${visit.hall}·${visit.place}，预约号${visit.code}，请带齐材料，来不了请取消。`,
        `明天${visit.time}有预约，预约号${visit.code}，${visit.hall}`,
      ],
    },
    booking_soon: {
      subject: (visit) => `今天 ${visit.time}：${visit.hall}`,
      lines: () => ["提醒您今天有预约。"],
      short: (visit) => [
        ...lists(visit).map((list) => `今天${visit.time}，${visit.hall}，预约号${visit.code}。${list}`),
        `今天${visit.time}到${visit.hall}·${visit.place}办理${visit.services}，预约号${visit.code}，请带齐材料。`,
        `今天${visit.time}，${visit.hall}·${visit.place}，预约号${visit.code}，请带齐材料。`,
        `今天${visit.time}有预约，预约号${visit.code}，${visit.hall}`,
      ],
    },
    ban_lifted: {
      subject: (visit) => `停约已解除：${visit.hall}`,
      lines: (visit) => [
        `${visit.hall}已经解除对您的停约，您现在可以重新预约。理由请凭预约号和手机后四位查看：${visit.appeals}`,
        "下面是当时引起停约的那次预约：",
      ],
      short: (visit) => [
        `${visit.hall}已解除对您的停约，现在可以预约。理由见${visit.appeals} 预约号${visit.code}`,
        `${visit.hall}已解除对您的停约，现在可以预约。预约号${visit.code}`,
        `停约已解除，现在可以预约。预约号${visit.code}`,
      ],
    },
    ban_kept: {
      subject: (visit) => `申诉处理结果：${visit.hall}`,
      lines: (visit) => [
        `${visit.hall}看了您的申诉，决定维持停约。理由和到期日请凭预约号和手机后四位查看：${visit.appeals}`,
        "下面是当时引起停约的那次预约：",
      ],
      short: (visit) => [
        `您的申诉已处理：维持停约。理由和到期日见${visit.appeals} 预约号${visit.code}，${visit.hall}`,
        `您的申诉已处理：维持停约，预约号${visit.code}。${visit.hall}`,
        `您的申诉已处理：维持停约，预约号${visit.code}`,
      ],
    },
  },
};
