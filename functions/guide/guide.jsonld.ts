/**
 * A guide in the words of CPSV-AP 3.2, the European vocabulary for public services, as JSON-LD: what machines of
 * other places understand of it. The context stands in each document, so that it can be read without a network.
 */

import type { Coded } from "./guide.dictionary.ts";
import { guideContext } from "./guide.jsonld.context.ts";
import { type Guide, itemCodeOf, type Limit } from "./guide.ts";

type Node = Readonly<Record<string, unknown>>;

/** Working days have no duration of ISO 8601: five of them are a week, which holidays make longer. */
export function durationOf({ day, type }: Limit): string {
  const days = type === "calendar" ? day : Math.ceil((day / 5) * 7);
  return `P${days}D`;
}

const limitWords = ({ day, type, explain }: Limit): string => {
  const words = day === 0 ? "即办" : `${day}个${type === "working" ? "工作日" : "自然日"}`;
  return explain === undefined ? words : `${words}（${explain}）`;
};

const concept = ({ system, code, name }: Coded): Node =>
  kept({ type: "skos:Concept", label: name, code: code === "" ? undefined : `${system}:${code}` });

/** A node without the properties that have nothing to say. */
function kept(node: Node): Node {
  const isSaid = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(node).filter(([, value]) => isSaid(value)));
}

function rules({ handleFlow, specialProcedure, anticipate, promise, byLaw, remedy }: Guide): Node[] {
  const implemented = byLaw === undefined ? undefined : [{ type: "eli:LegalResource", description: byLaw }];
  const said: readonly (readonly [string, string | undefined])[] = [
    ["办理流程", handleFlow],
    ["特别程序", specialProcedure],
    ["法定办结时限", anticipate && limitWords(anticipate)],
    ["承诺办结时限", promise && limitWords(promise)],
    ["救济渠道", remedy],
  ];
  return said.flatMap(([name, description]) =>
    description === undefined
      ? []
      : [kept({ type: "cpsv:Rule", name, description, implements: implemented })],
  );
}

function channels(guide: Guide): Node[] {
  const counters = guide.places.map(({ name, address, hours }) =>
    kept({
      type: "cv:Channel",
      kind: "现场办理",
      name,
      address,
      openingHours: hours === undefined ? undefined : { type: "time:TemporalEntity", description: hours },
    }),
  );
  const online = [guide.linkAddr, guide.mobileTerminalUrl].flatMap((page) =>
    page === undefined || guide.isOnline === false
      ? []
      : [kept({ type: "cv:Channel", kind: "网上办理", name: guide.onlinePlatform, page })],
  );
  return [...counters, ...online];
}

/** No fee is said as a cost of nothing, because no cost at all would mean that nobody has said it. */
function costs({ isFee, fees }: Guide): Node[] {
  if (isFee === false) return [{ type: "cv:Cost", description: "不收费", "cv:hasValue": 0 }];
  return fees.map(({ name, standard, basis }) =>
    kept({
      type: "cv:Cost",
      description: standard === undefined ? name : `${name}：${standard}`,
      "cv:isDefinedBy": basis === undefined ? undefined : { type: "eli:LegalResource", description: basis },
    }),
  );
}

const evidence = ({ materials }: Guide): Node[] =>
  materials.map(({ materialName, fillExplain, materialType, isNeed, sourceType, form, example }) =>
    kept({
      type: "cv:Evidence",
      name: materialName,
      description: fillExplain,
      kind: [materialType, isNeed, sourceType].flatMap((coded) =>
        coded === undefined ? [] : [concept(coded)],
      ),
      page: [form, example].filter((page) => page !== undefined),
    }),
  );

const contacts = ({ linkWay, superviseWay }: Guide): Node[] =>
  [
    ...linkWay.map((phone) => ({ phone, use: "咨询" })),
    ...superviseWay.map((phone) => ({ phone, use: "投诉" })),
  ].map(({ phone, use }) => ({
    type: "cv:ContactPoint",
    description: phone.label === undefined ? use : `${use}：${phone.label}`,
    telephone: phone.number,
  }));

/** The guide as a document of its own. `addressOf` gives the public address of a guide by its code. */
export const guideLd = (guide: Guide, addressOf: (code: string) => string): Node => ({
  "@context": guideContext,
  ...guideNode(guide, addressOf),
});

/** The guide inside a document that has the context already. */
export function guideNode(guide: Guide, addressOf: (code: string) => string): Node {
  const code = itemCodeOf(guide);
  return kept({
    id: addressOf(code),
    type: "cpsv:PublicService",
    identifier: code,
    name: guide.taskName,
    alternative: guide.aliases,
    description: guide.duty,
    keyword: guide.topics,
    language: "http://publications.europa.eu/resource/authority/language/ZHO",
    kind: concept(guide.taskType),
    audience: guide.serverType.map(concept),
    spatial:
      guide.areaName === undefined
        ? undefined
        : kept({ type: "dct:Location", label: guide.areaName, code: guide.areaCode }),
    modified: guide.checkedOn,
    processingTime: guide.promise === undefined ? undefined : durationOf(guide.promise),
    hasCompetentAuthority: kept({
      type: "cv:PublicOrganisation",
      label: guide.deptName,
      identifier: guide.deptCode,
    }),
    hasChannel: channels(guide),
    hasCost: costs(guide),
    hasInput: evidence(guide),
    holdsRequirement:
      guide.acceptCondition === undefined
        ? []
        : [{ type: "cv:Requirement", description: guide.acceptCondition }],
    follows: rules(guide),
    hasLegalResource: [
      ...(guide.byLaw === undefined ? [] : [{ type: "eli:LegalResource", description: guide.byLaw }]),
      ...guide.policies.map(({ name, link: page }) => kept({ type: "eli:LegalResource", name, page })),
    ],
    produces: guide.results.map(({ name, type }) =>
      kept({ type: "cv:Output", name, kind: type === undefined ? undefined : concept(type) }),
    ),
    contactPoint: contacts(guide),
    isGroupedBy: guide.lifeEvents.map((name) => ({ type: "cv:LifeEvent", name })),
    thematicArea: guide.topics.map((label) => ({ type: "skos:Concept", label })),
  });
}
