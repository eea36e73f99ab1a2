/** 场次, as citizens read them. */
export const occasion = {
  reception: {
    title: "领导接访日",
    lead: "领导在这些时间当面听您反映问题。请先预约，到时候带上身份证件。",
    empty: "近期没有安排接访",
    emptyText: "排好以后，谁在哪天接访会公布在这里。",
    book: "预约这一场",
    host: (name: string, post: string) => `${name}　${post}`,
  },
  event: {
    title: "活动和培训",
    lead: "近期的培训、宣传和咨询活动，按日期排列。地点可能是临时的，请看清地址。",
    empty: "近期没有活动",
    emptyText: "有了新的培训、公开日或者现场咨询，会公布在这里。",
    book: "报名",
    host: (name: string, post: string) => `${name}　${post}`,
  },
  topic: "议题",
  time: "时间",
  place: "地点",
  phone: "电话",
  map: "看地图",
  opens: (when: string) => `${when}起可以预约`,
  over: "预约已截止，请打电话问一问。",
  closed: (why: string) => `这一场暂停：${why}`,
  paused: "另行通知",
  other: { reception: "看活动和培训", event: "看领导接访日" },
};
