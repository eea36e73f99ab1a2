/**
 * What a guide must fulfil before it is published: the nine fields that are public by rule (6-03), both phones, an
 * owner and the day it was checked, and that its parts agree with each other. An error stops, a warning is shown.
 */
import { type CodeProblem, codeProblem } from "./guide.code.ts";
import { type Guide, isDoneOnline, type Limit } from "./guide.ts";

export const lintCodes = [
  "required",
  "promise.longer_than_legal",
  "promise.other_unit",
  "steps.longer_than_promise",
  "steps.other_unit",
  "material.source",
  "material.need",
  "material.form",
  "fee.basis",
  "fee.standard",
  "fee.none_listed",
  "fee.not_declared",
  "place.none",
  "phone.shape",
  "link.shape",
  "link.dead",
  "link.private",
  "link.unreachable",
  "dates.order",
] as const;
export type LintCode = (typeof lintCodes)[number] | CodeProblem;

export interface Finding {
  /** The field, with the place in a list: `materials.2.sourceType`, counted from 0. */
  readonly field: string;
  readonly code: LintCode;
  readonly severity: "error" | "warning";
}

const error = (field: string, code: LintCode): Finding => ({ field, code, severity: "error" });
const warning = (field: string, code: LintCode): Finding => ({ field, code, severity: "warning" });

/** All findings, in the order in which a guide is read. */
export const lint = (guide: Guide): readonly Finding[] => [
  ...codes(guide),
  ...required(guide),
  ...limits(guide),
  ...materials(guide),
  ...fees(guide),
  ...ways(guide),
];

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === "error");

function codes(guide: Guide): Finding[] {
  return (["taskCode", "taskHandleItem"] as const).flatMap((field) => {
    const written = guide[field];
    const problem = written === undefined ? undefined : codeProblem(written, guide.codeScheme);
    return problem === undefined ? [] : [error(field, problem)];
  });
}

/** 职责, 办事依据, 条件, 程序, 期限, 监督办法 and 办事结果; 收费标准 and 收费依据 are with the fees. */
function required(guide: Guide): Finding[] {
  const missing: Readonly<Record<string, boolean>> = {
    duty: guide.duty === undefined,
    byLaw: guide.byLaw === undefined,
    acceptCondition: guide.acceptCondition === undefined,
    handleFlow: guide.handleFlow === undefined && guide.steps.length === 0,
    promise: guide.promise === undefined,
    results: guide.results.length === 0,
    linkWay: guide.linkWay.length === 0,
    superviseWay: guide.superviseWay.length === 0,
    serverType: guide.serverType.length === 0,
    ownerId: guide.ownerId === undefined,
    checkedOn: guide.checkedOn === undefined,
  };
  return Object.entries(missing).flatMap(([field, isMissing]) =>
    isMissing ? [error(field, "required")] : [],
  );
}

/**
 * Whether the first limit is longer for certain. A working day is at least a calendar day, so a promise of more
 * working days than the legal calendar days is too long; the other way round only a calendar could tell.
 */
const isLonger = (first: Limit, second: Limit): boolean =>
  first.day > second.day && (first.type === second.type || first.type === "working");

function limits(guide: Guide): Finding[] {
  const { anticipate, promise, steps } = guide;
  const found: Finding[] = [];
  if (anticipate === undefined) found.push(warning("anticipate", "required"));
  if (promise === undefined) return found;
  if (anticipate !== undefined) {
    if (isLonger(promise, anticipate)) found.push(error("promise", "promise.longer_than_legal"));
    else if (promise.type !== anticipate.type) found.push(warning("promise", "promise.other_unit"));
  }
  const timed = steps.flatMap(({ limit }) => (limit === undefined ? [] : [limit]));
  const total = timed.filter(({ type }) => type === promise.type).reduce((sum, { day }) => sum + day, 0);
  if (total > promise.day) found.push(error("steps", "steps.longer_than_promise"));
  else if (timed.some(({ type }) => type !== promise.type)) found.push(warning("steps", "steps.other_unit"));
  return found;
}

const NECESSARY = "必要";
const FORM = "申请表格文书";

const materials = (guide: Guide): Finding[] =>
  guide.materials.flatMap((material, place) => {
    const found: Finding[] = [];
    if (material.isNeed === undefined) found.push(warning(`materials.${place}.isNeed`, "material.need"));
    if (material.isNeed?.name === NECESSARY && material.sourceType === undefined)
      found.push(error(`materials.${place}.sourceType`, "material.source"));
    if (material.materialType?.name === FORM && material.form === undefined)
      found.push(warning(`materials.${place}.form`, "material.form"));
    return found;
  });

function fees(guide: Guide): Finding[] {
  if (guide.isFee === undefined && guide.fees.length === 0) return [error("isFee", "required")];
  if (guide.isFee === true && guide.fees.length === 0) return [error("fees", "fee.none_listed")];
  const found = guide.fees.flatMap((fee, place) => [
    ...(fee.standard === undefined ? [error(`fees.${place}.standard`, "fee.standard")] : []),
    ...(fee.basis === undefined ? [error(`fees.${place}.basis`, "fee.basis")] : []),
  ]);
  return guide.isFee === true || guide.fees.length === 0
    ? found
    : [...found, error("isFee", "fee.not_declared")];
}

const PHONE = /^[0-9+]([0-9\s()-]|转){2,40}$/;

function ways(guide: Guide): Finding[] {
  const found: Finding[] = [];
  if (guide.places.length === 0 && !isDoneOnline(guide)) found.push(error("places", "place.none"));
  for (const field of ["linkWay", "superviseWay"] as const)
    guide[field].forEach(({ number }, place) => {
      if (!PHONE.test(number)) found.push(warning(`${field}.${place}`, "phone.shape"));
    });
  for (const field of ["linkAddr", "mobileTerminalUrl", "reservationAddr"] as const)
    if (guide[field] !== undefined && !isWebAddress(guide[field])) found.push(error(field, "link.shape"));
  const { planEffectiveDate: from, planCancelDate: until } = guide;
  if (from !== undefined && until !== undefined && until <= from)
    found.push(error("planCancelDate", "dates.order"));
  return found;
}

/** Whether a text can stand behind a link: `javascript:` and the like cannot. */
export const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
