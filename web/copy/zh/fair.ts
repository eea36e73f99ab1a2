/** When too many want the same: slowing down, and places given out by a shuffle or by lot. */
export const fair = {
  slow: {
    title: "提交得太频繁，请稍等",
    next: (wait: string) => `请等 ${wait}再按一次下面的按钮。您填的内容都还在，已经约好的不受影响。`,
    minutes: (n: number) => `${n} 分钟`,
    seconds: (n: number) => `${n} 秒`,
  },
  queue: {
    title: "排队签",
    takeTitle: "领排队签",
    rules: (hour: string, behind: string) => [
      `${hour}之前领签的人，到点一起抽签排先后。早来晚来都一样，不用抢。`,
      "一个人只算一个签，领几次都一样。",
      `轮到您的时间会写在这里。没有签的人从${behind}起可约。`,
    ],
    take: "领签",
    mine: "看我的排队签",
    early: (from: string, hour: string) => `${hour}放号，先抽签排先后。从${from}起可以领排队签。`,
    open: (hour: string) => `${hour}放号，先抽签排先后。现在可以领排队签。`,
    has: (hour: string) => `您已领签。${hour}抽签排先后。`,
    behind: (from: string) => `放号前领了签的人先约。没有签的从${from}起可约。`,
    turn: (from: string) => `轮到您的时间：${from}。`,
    waiting: {
      title: "已领签，请等抽签",
      line: (hour: string) => `${hour}抽签，到时这里会写轮到您的时间。`,
    },
    drawn: {
      title: (n: number, of: number) => `第 ${n} 批，共 ${of} 批`,
      line: (from: string) => `您从${from}起可约。`,
      keep: "页面会自己更新，不用刷新。",
    },
    now: { title: "轮到您了", line: "请选时间。" },
    none: { title: "没有排队签", line: (from: string) => `从${from}起可约。` },
    over: { title: "现在人人可约", line: "请选时间。" },
    sign: "签号",
    choose: "选时间",
    refresh: "刷新",
    how: "怎么抽的",
    howLines: (seed: string) => [
      "放号的那一刻随机产生一个种子，之前谁也不知道。",
      "用种子对签号算 HMAC-SHA256，取前 8 位十六进制数，除以 2 的 32 次方，乘 60，就是批次（从 0 数起）。",
      ...(seed === "" ? [] : [`种子：${seed}`]),
    ],
  },
};
