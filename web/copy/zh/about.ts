/** Short and true: each sentence must stay what the product does. */
export const about = {
  title: "关于本站",
  lead: (government: string) => `这里是${government}的网上服务窗口。`,
  privacy: {
    title: "个人信息保护",
    sections: [
      {
        title: "我们收集什么",
        text: "只收集办这件事要用的信息：您填写的内容、上传的文件、办理过程中的记录。不收集与办事无关的信息，不用于广告。",
      },
      {
        title: "怎么保管",
        text: "证件号码和联系方式逐项加密保存。只有受理单位的办理人员能查看，每次查看都有记录。",
      },
      {
        title: "浏览器里存什么",
        text: "只存让表单和语言、字号设置能用的 Cookie，不存用来跟踪您的 Cookie。没有提交的草稿 24 小时后失效。",
      },
      {
        title: "您的权利",
        text: "您可以要求查阅、复制、更正自己的信息。请联系受理您这件事的单位，或拨打页脚的电话。",
      },
    ],
  },
  accessibility: {
    title: "无障碍",
    sections: [
      {
        title: "大字",
        text: "点页面上方的“长辈版”，文字和按钮会变大。您也可以用浏览器自己的缩放，内容不会丢。",
      },
      {
        title: "键盘和读屏",
        text: "所有功能都能只用键盘操作。每个输入框都有名称，出错时会说明怎么改。",
      },
      {
        title: "不依赖脚本",
        text: "浏览器关闭了脚本也能填写、提交和查询。",
      },
      {
        title: "遇到困难",
        text: "如果有哪里用不了，请打电话告诉我们，我们帮您办，并会改进。",
      },
    ],
  },
};
