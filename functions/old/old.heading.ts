/**
 * What columns are called in registers of requests, in Chinese and English; among the English ones those of the Standard
 * FOIA Log Format 1.5 (`request id`, `requester`, `date perfected` ...). The first name is the one an empty table has.
 */
export const headings = {
  number: [
    "编号",
    "序号编号",
    "登记编号",
    "登记号",
    "受理编号",
    "申请编号",
    "申请号",
    "流水号",
    "收件编号",
    "案号",
    "request id",
    "request number",
    "tracking number",
    "case number",
    "number",
  ],
  name: [
    "申请人",
    "申请人姓名",
    "姓名",
    "申请人名称",
    "申请人姓名或名称",
    "申请人（单位）",
    "公民姓名",
    "requester",
    "requester name",
    "requestor",
    "applicant",
    "name",
  ],
  organisation: [
    "申请单位",
    "单位名称",
    "法人或其他组织名称",
    "法人名称",
    "申请人单位",
    "requester organization",
    "requester organisation",
    "organization",
    "organisation",
  ],
  contactName: ["联系人", "联系人姓名", "contact", "contact name"],
  applicantKind: [
    "申请人类别",
    "申请人类型",
    "申请人情况",
    "申请人性质",
    "申请主体",
    "主体类型",
    "applicant type",
    "requester type",
    "requester category",
  ],
  identityNumber: [
    "证件号码",
    "身份证号",
    "身份证号码",
    "统一社会信用代码",
    "组织机构代码",
    "identity number",
    "id number",
  ],
  title: [
    "申请信息名称",
    "信息名称",
    "所需信息名称",
    "申请事项",
    "申请公开事项",
    "标题",
    "名称",
    "subject",
    "title",
  ],
  documentNumber: ["文号", "信息文号", "索取号", "索引号", "document number"],
  description: [
    "申请内容",
    "所需信息内容描述",
    "内容描述",
    "所需信息的内容描述",
    "申请公开内容",
    "申请公开的内容",
    "所需信息描述",
    "description",
    "request description",
  ],
  channel: [
    "申请方式",
    "受理方式",
    "提交方式",
    "申请渠道",
    "收到方式",
    "接收方式",
    "来件方式",
    "channel",
    "submission method",
    "received via",
  ],
  receivedOn: [
    "收到日期",
    "收到申请日期",
    "收到申请时间",
    "收件日期",
    "受理日期",
    "受理时间",
    "申请日期",
    "申请时间",
    "登记日期",
    "date requested",
    "date received",
    "received date",
    "request date",
  ],
  perfectedOn: ["补正后收到日期", "date perfected"],
  state: ["办理状态", "状态", "办理情况", "处理状态", "state"],
  outcome: [
    "答复结果",
    "答复类型",
    "答复类别",
    "处理结果",
    "办理结果",
    "答复情况",
    "结果",
    "答复意见类型",
    "status",
    "outcome",
    "disposition",
    "final disposition",
  ],
  answeredOn: [
    "答复日期",
    "答复时间",
    "办结日期",
    "办结时间",
    "答复书日期",
    "送达日期",
    "date completed",
    "date closed",
    "closed date",
    "response date",
  ],
  reply: ["答复内容", "答复意见", "答复书", "答复文号", "备注", "reply", "response", "exemptions cited"],
  delivery: ["送达方式", "答复方式", "寄送方式", "delivery", "delivery method"],
  phone: ["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "phone", "telephone"],
  email: ["电子邮箱", "邮箱", "电子邮件", "email", "e-mail"],
  address: ["通信地址", "通讯地址", "联系地址", "地址", "邮寄地址", "address", "postal address"],
  postcode: ["邮政编码", "邮编", "postcode", "zip code"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type Heading = keyof typeof headings;

/** What an empty table to fill in has, in the order in which a register is read. */
export const templateHeadings: readonly string[] = (Object.keys(headings) as Heading[])
  .filter((field) => !["organisation", "perfectedOn", "state"].includes(field))
  .map((field) => headings[field][0]);

/** As it is compared: without marks of what must be filled in, remarks in brackets, spaces and case. */
const plain = (heading: string): string =>
  heading
    .normalize("NFKC")
    .replace(/[*\s:_]+$|^[*\s]+/g, "")
    .replace(/\((?:必填|选填|格式[^)]*|yyyy[^)]*)\)$/i, "")
    .replace(/[\s_]+/g, " ")
    .trim()
    .toLowerCase();

const fields = new Map<string, Heading>(
  Object.entries(headings).flatMap(([field, names]) =>
    names.map((name) => [plain(name), field as Heading] as const),
  ),
);

/** The field of a heading; undefined where it is none of these. */
export const fieldOfHeading = (heading: string): Heading | undefined =>
  fields.get(plain(heading)) ?? fields.get(plain(heading).replaceAll(" ", ""));

/** A register has titles above its header, but not as many as this. */
export const MOST_TITLE_ROWS = 12;

/** The columns of a row that is a header: it names the number and two more. */
export function columnsIn(cells: readonly string[]): readonly string[] | undefined {
  const known = cells.map(fieldOfHeading);
  if (!known.includes("number") || known.filter((field) => field !== undefined).length < 3) return undefined;
  return cells.map((heading, place) => known[place] ?? heading.trim());
}
