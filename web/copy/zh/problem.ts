/** What happened and what to do, by the status of the answer. */
export const problem = {
  "403": {
    title: "您不能查看或办理这一项",
    happened: "您的账号没有这项权限，这次操作没有进行。",
    next: "如果工作需要，请联系本单位的管理员。",
  },
  "404": {
    title: "没有找到这个页面",
    happened: "网址可能写错了，或者页面已经搬走。",
    next: "请核对网址，或回到首页重新查找。",
  },
  "409": {
    title: "内容刚刚有变化",
    happened: "在您操作的时候，这一项已被更新，您的操作没有进行。",
    next: "请返回并刷新，看到最新情况后再操作。",
  },
  "413": {
    title: "提交的内容太大",
    happened: "文件或文字超过了可以接收的大小，没有提交成功。",
    next: "请返回，选择小一些的文件或缩短文字，再试一次。",
  },
  "429": {
    title: "操作太频繁，请稍后再试",
    happened: "为了保护大家的信息，短时间内只能试有限的次数。",
    next: "您已提交的内容不受影响。",
  },
  "500": {
    title: "服务出了点问题",
    happened: "问题在我们这边，我们已收到记录并会处理。",
    next: "请稍后再试。如果着急，请打电话办理。",
  },
  "503": {
    title: "现在办理的人较多",
    happened: "系统暂时忙不过来，您的操作没有进行。",
    next: "请过几分钟再试。如果着急，请打电话办理。",
  },
  /** Without minutes where it is not known how long. */
  wait: (minutes?: number) => (minutes ? `请约 ${minutes} 分钟后再试。` : "请过一会儿再试。"),
  home: "回到首页",
  back: "返回上一页",
  trace: "如需咨询，请告诉工作人员这个编号",
};
