/** When too many want the same: slowing down, and places given out by a shuffle or by lot. */
export const fair = {
  slow: {
    title: "提交得太频繁，请稍等",
    next: (wait: string) => `请等 ${wait}再按一次下面的按钮。您填的内容都还在，已经约好的不受影响。`,
    minutes: (n: number) => `${n} 分钟`,
    seconds: (n: number) => `${n} 秒`,
  },
};
