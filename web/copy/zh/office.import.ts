/** What is said of the rows of a file that was handed in, whatever is imported. */
export const imports = {
  title: "逐条说明",
  download: "下载全部说明（CSV）",
  label: "只看一类",
  all: "全部",
  count: (name: string, count: string) => `${name}（${count}）`,
  caption: (name: string) => `逐条说明：${name}`,
  none: { title: "没有要说明的", text: "每一条都可以原样导入。" },
  columns: { row: "行", result: "结果", words: "说明" },
  earlier: (row: string) => `第 ${row} 行`,
  previous: "上一页",
  next: "下一页",
  /** While the rows are taken in. */
  run: {
    title: "正在导入",
    progress: (done: string, all: string) => `已处理 ${done} 条，共 ${all} 条`,
    button: "继续导入",
  },
};
