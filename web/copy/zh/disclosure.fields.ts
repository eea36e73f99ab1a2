/** What each field of the application is called, and what can be chosen. `short` stands in lists. */
export const fields = {
  applicantKind: { label: "申请人身份", short: "申请人" },
  name: { label: "姓名", short: "姓名" },
  organisationName: { label: "单位名称", short: "单位名称" },
  legalRepresentative: { label: "法定代表人", short: "法定代表人" },
  contactName: { label: "联系人姓名", short: "联系人", hint: "单位有疑问时找谁。" },
  identityKind: { label: "用什么证件？", short: "证件" },
  identityNumber: {
    label: "证件号码",
    short: "证件号码",
    hint: "居民身份证是 18 位，最后一位可能是 X。",
    organisationHint: "统一社会信用代码是 18 位，在营业执照或登记证书上。",
  },
  unit: { label: "受理单位", short: "受理单位" },
  title: { label: "信息的名称", short: "信息名称", hint: "例如：2025 年老旧小区改造项目清单" },
  documentNumber: { label: "文号", short: "文号", hint: "知道就填，例如：深府办〔2025〕12 号" },
  description: {
    label: "具体描述",
    short: "具体描述",
    hint: "时间、地点、事项、涉及的单位等，最多 2000 字。",
  },
  form: { label: "用什么形式？", short: "提供形式" },
  route: { label: "通过什么途径？", short: "获取途径" },
  phone: {
    label: "手机或电话",
    short: "电话",
    hint: "固定电话请加区号，例如 0755-88880000。查询进度时也可以用后四位核对。",
  },
  email: { label: "电子邮箱", short: "邮箱", hint: "填了邮箱，办理进展会发邮件告诉您。" },
  address: { label: "详细地址", short: "地址", hint: "省、市、区、街道、门牌号。" },
  postcode: { label: "邮政编码", short: "邮编", hint: "6 位数字。" },
};

export const choices = {
  applicantKind: {
    person: { label: "个人", hint: "以自己的名义申请" },
    company: { label: "商业企业", hint: "公司、个体工商户等" },
    research: { label: "科研机构", hint: "高校、研究院所等" },
    charity: { label: "社会公益组织", hint: "基金会、社会团体、社会服务机构等" },
    legal_service: { label: "法律服务机构", hint: "律师事务所、公证处等" },
    other_organisation: { label: "其他组织", hint: "" },
  },
  identityKind: {
    resident_id: { label: "居民身份证", hint: "" },
    passport: { label: "护照", hint: "" },
    hk_macau_permit: { label: "港澳居民来往内地通行证或居住证", hint: "" },
    taiwan_permit: { label: "台湾居民来往大陆通行证或居住证", hint: "" },
    foreign_permanent_resident_id: { label: "外国人永久居留身份证", hint: "" },
    credit_code: { label: "统一社会信用代码", hint: "" },
    other: { label: "其他证件", hint: "请在下一部分附上证件的照片或扫描件" },
  },
  form: {
    electronic: { label: "电子文件", hint: "" },
    paper: { label: "纸质", hint: "" },
    disc: { label: "光盘", hint: "" },
  },
  route: {
    site: { label: "在本网站查看下载", hint: "只适合电子文件" },
    email: { label: "发到邮箱", hint: "只适合电子文件" },
    post: { label: "邮寄", hint: "适合纸质和光盘" },
    pick_up: { label: "自己去取", hint: "" },
    read_on_the_spot: { label: "当场查阅、抄录", hint: "" },
  },
};
