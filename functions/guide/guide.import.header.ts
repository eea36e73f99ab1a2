/** What columns are called in tables of guides, in Chinese and English. The first name is the one an export writes. */

export const headings = {
  taskCode: ["实施编码", "事项编码", "事项实施编码", "item code", "task code"],
  taskHandleItem: ["业务办理项编码", "办理项编码", "handling item code"],
  taskName: ["事项名称", "名称", "业务办理项名称", "办理项名称", "name", "item name"],
  aliases: ["俗称", "别名", "简称", "日常用语", "aliases"],
  taskType: ["事项类型", "类型", "type", "kind"],
  codeScheme: ["编码规则", "code scheme"],
  catalogCode: ["基本编码", "目录编码", "catalogue code", "catalog code"],
  localCatalogCode: ["地方基本编码", "local catalogue code"],
  localTaskCode: ["地方实施编码", "local item code"],
  useLevel: ["行使层级", "level"],
  areaCode: ["行政区划代码", "区划代码", "行政区划编码", "area code"],
  areaName: ["行政区划", "区划名称", "所在地区", "area"],
  deptCode: ["实施主体编码", "实施主体机构代码", "department code"],
  deptName: ["实施主体", "实施机构", "实施部门", "办理单位", "部门", "部门名称", "department", "unit"],
  unionDept: ["联办机构", "联办部门", "joint departments"],
  serverType: ["服务对象", "办理对象", "audience"],
  projectType: ["办件类型", "case type"],
  duty: ["职责", "部门职责", "duty"],
  byLaw: ["设定依据", "办理依据", "法律依据", "办事依据", "legal basis"],
  acceptCondition: ["受理条件", "办理条件", "申请条件", "conditions"],
  anticipate: ["法定办结时限", "法定时限", "legal limit"],
  anticipateType: ["法定办结时限单位", "legal limit unit"],
  anticipateExplain: ["法定办结时限说明", "legal limit explained"],
  promise: ["承诺办结时限", "承诺时限", "promised limit"],
  promiseType: ["承诺办结时限单位", "promised limit unit"],
  promiseExplain: ["承诺办结时限说明", "promised limit explained"],
  specialProcedure: ["特别程序", "special procedure"],
  handleFlow: ["办理流程", "办理程序", "procedure"],
  steps: ["办理环节", "环节", "steps"],
  materials: ["申请材料", "办理材料", "所需材料", "材料", "materials"],
  isFee: ["是否收费", "fee charged"],
  fees: ["收费项目", "fees"],
  results: ["办理结果", "审批结果", "审批结果名称", "结果名称", "results"],
  resultType: ["审批结果类型", "结果类型", "result type"],
  limitSceneNum: ["到办事现场次数", "跑动次数", "visits"],
  isExpress: ["是否支持物流快递", "是否快递", "是否支持快递", "courier"],
  isReservation: ["是否支持预约办理", "是否支持预约", "booking"],
  reservationAddr: ["预约网址", "预约地址", "booking address"],
  isOnline: ["是否网办", "online"],
  onlinePlatform: ["网办平台", "承载平台", "online platform"],
  linkAddr: ["网办地址", "网上办理地址", "电脑端办理地址", "计算机端在线办理跳转地址", "online address"],
  mobileTerminalUrl: ["移动端办理地址", "手机端办理地址", "mobile address"],
  places: ["办理地点", "办理地址", "办事窗口", "place", "places"],
  transactTime: ["办理时间", "办公时间", "hours", "opening hours"],
  linkWay: ["咨询方式", "咨询电话", "联系电话", "phone", "enquiries"],
  superviseWay: ["监督投诉方式", "投诉电话", "监督电话", "监督投诉电话", "complaints"],
  questions: ["常见问题", "常见问题解答", "faq", "questions"],
  topics: ["主题分类", "主题", "topics"],
  lifeEvents: ["一件事", "人生事件", "生命周期", "life events"],
  policies: ["相关政策", "政策依据", "policies"],
  remedy: ["救济渠道", "法律救济", "行政复议和行政诉讼", "remedy"],
  lateConsequence: ["逾期后果", "逾期未办的后果", "if late"],
  planEffectiveDate: ["计划生效日期", "生效日期", "effective date"],
  planCancelDate: ["计划取消日期", "取消日期", "cancel date"],
  ownerId: ["维护人", "责任人", "owner"],
  checkedOn: ["核对日期", "最近核对日期", "checked on"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type Heading = keyof typeof headings;

const fields = new Map<string, string>(
  Object.entries(headings).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);

/** The field of a heading; undefined where it is none of these, as the names of the exchange tables are not. */
export function fieldOfHeader(heading: string): string | undefined {
  const plain = heading
    .replace(/[*＊\s:：]+$|^[*＊\s]+/g, "")
    .replace(/[（(](?:必填|选填|工作日|个工作日)[)）]$/, "")
    .toLowerCase();
  return fields.get(plain);
}
