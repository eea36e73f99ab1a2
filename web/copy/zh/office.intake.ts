/** Requests on paper, by fax or by word of mouth, entered by the office. */
export const intake = {
  title: "登记来件",
  lead: "申请人当面提交、口头申请或者用信件、传真申请的，在这里登记。书写确有困难、口头提出的，由您代为填写，并请申请人确认。",
  channel: "怎样收到的",
  channels: {
    internet: "网上",
    in_person: "当面提交",
    oral: "口头申请，代为填写",
    registered_mail: "挂号信、特快专递（签收）",
    ordinary_mail: "平常信函",
    fax: "传真",
  },
  rules: {
    in_person: "提交的那一天为收到之日",
    oral: "提出的那一天为收到之日",
    registered_mail: "签收的那一天为收到之日",
    ordinary_mail: "收到当天与申请人确认，以确认的那一天为收到之日",
    fax: "以双方确认的那一天为收到之日",
  },
  arrivedOn: "收到的日期",
  arrivedHint: "当面的写提交日，信件写签收日或者送达日，传真写收到日。不晚于今天。",
  applicant: "申请人",
  information: "申请的信息",
  delivery: "提供方式和联系方式",
  contacts:
    "电话、电子邮箱、详细地址至少填写一项。没有电话的，填写寄信的地址；选择邮寄的，地址和邮编都要填写。",
  fields: {
    name: { label: "姓名或者单位名称", hint: "" },
    legalRepresentative: { label: "法定代表人", hint: "单位申请的才填。" },
    contactName: { label: "联系人姓名（单位申请的才填）", hint: "单位申请的必须填写，个人申请的不填。" },
  },
  button: "登记并生成回执",
  receipt: {
    title: "收件回执",
    lead: "已登记。请打印或者抄给申请人，查询码只交给申请人本人。",
    waiting: "还要与申请人确认收到，请到办件页确认。",
    codeOnly: "没有登记电话：查询进度只能用编号和查询码，请保管好。",
    byPost:
      "没有手机和电子邮箱，系统不能发通知：受理、补正、延期、收费、答复等，都要用信函寄到登记的地址，没有地址的打电话告诉。",
    scans: "添加扫描件",
    open: "查看办件",
    another: "登记下一件",
  },
  scans: {
    title: "添加扫描件",
    text: "把申请书、身份证明、委托书等原件扫描或者拍照后上传，原件归档。",
    have: (count: number) => `已有 ${count} 个文件`,
    received: "扫描件已添加。可以继续添加。",
    back: "返回办件",
    full: "文件已达到上限。",
  },
  errors: {
    "channel.choose": "请选择怎样收到的",
    "day.invalid": "请填写有效的日期，例如 2026 年 3 月 20 日",
  },
};
