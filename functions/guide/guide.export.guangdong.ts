/** A guide under the keys of Guangdong's shape. What that shape has no key for is not in it. */
import { type Coded, codedOf } from "./guide.dictionary.ts";
import { type Guide, itemCodeOf, type Limit, type Phone } from "./guide.ts";

const NOTHING = "无";
const yes = (flag: boolean | undefined): string => (flag ? "是" : "否");

const limitText = (limit: Limit | undefined): string =>
  limit === undefined ? NOTHING : `${limit.day}(${limit.type === "working" ? "工作日" : "自然日"})`;

/** The label behind its number reads back as it is, whatever divides its words. */
const labelled = ({ label, number }: Phone): string => {
  if (label === undefined) return number;
  return /^[^（）()\d]{1,20}$/.test(label) ? `${number}（${label}）` : `${label}：${number}`;
};

const phoneText = (phones: readonly Phone[]): string => phones.map(labelled).join("；") || NOTHING;

/** The code that the province's own list has for the kind; a kind it does not know goes out under its name alone. */
function kindCode(kind: Coded): string {
  const known = codedOf("taskType", kind.name, "guangdong");
  return known?.system === "guangdong" ? known.code : "";
}

function codesOf(guide: Guide) {
  return {
    TASK_CODE: itemCodeOf(guide),
    CATAID: guide.catalogCode ?? null,
    matter_code:
      guide.taskHandleItem === undefined
        ? (guide.localTaskCode ?? NOTHING)
        : (guide.localTaskCode ?? guide.taskHandleItem),
    ORGCODE: guide.deptCode ?? null,
    AREACODE: guide.areaCode ?? null,
  };
}

function waysOf(guide: Guide) {
  return {
    ONLINECHECK: guide.isOnline === undefined ? null : guide.isOnline ? "1" : "0",
    URL: guide.linkAddr ?? null,
    bear_paltform: guide.onlinePlatform ?? NOTHING,
    online_book: guide.isReservation === undefined ? null : yes(guide.isReservation),
    online_book_addr: guide.reservationAddr ?? NOTHING,
    courier_service: guide.isExpress === undefined ? null : yes(guide.isExpress),
    handle_location:
      guide.places.length === 0
        ? "无线下办理窗口"
        : `办理地点：${guide.places.map(({ address }) => address).join("；")}`,
    visit_number: guide.limitSceneNum === undefined ? null : String(guide.limitSceneNum),
    consult_phone: phoneText(guide.linkWay),
    complain_phone: phoneText(guide.superviseWay),
  };
}

export function guangdongOf(guide: Guide): Readonly<Record<string, unknown>> {
  return {
    ...codesOf(guide),
    TASK_NAME: guide.taskName,
    matter_name: guide.taskName,
    matter_short: NOTHING,
    matter_daily: guide.aliases.join("，") || NOTHING,
    TASK_TYPE: kindCode(guide.taskType),
    TASK_TYPE_TEXT: guide.taskType.name,
    matter_level: guide.useLevel?.name ?? null,
    AREA_CODE_TEXT: guide.areaName ?? null,
    DEPT_NAME: guide.deptName,
    co_department: guide.unionDept ?? NOTHING,
    service_object_name: guide.serverType.map(({ name }) => name),
    accept_standard: guide.acceptCondition ?? NOTHING,
    handle_time: limitText(guide.anticipate),
    handle_time_limit: limitText(guide.promise),
    theme_category: [...guide.topics, ...guide.lifeEvents],
    material_intro:
      guide.materials.length === 0 ? NOTHING : guide.materials.map(({ materialName }) => materialName),
    ...waysOf(guide),
  };
}
