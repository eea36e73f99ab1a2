/** Who works at the units of the demo government. Nobody here is a real person. */
export const roles = ["clerk", "handler", "reviewer", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  clerk: { zh: "登记", en: "clerk" },
  handler: { zh: "承办", en: "handler" },
  reviewer: { zh: "审核", en: "reviewer" },
  auditor: { zh: "监督", en: "auditor" },
  admin: { zh: "管理", en: "administrator" },
};

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

const wholeOffices: Readonly<Record<string, Readonly<Record<Role, string>>>> = {
  zfb: { clerk: "王小燕", handler: "李建国", reviewer: "赵敏", auditor: "钱卫东", admin: "孙丽" },
  zrzy: { clerk: "周婷", handler: "吴志强", reviewer: "郑海", auditor: "冯秀英", admin: "陈立" },
};

/** Whoever takes things in also handles them there and keeps the settings; only what needs a second pair of eyes needs a second person. */
const twoPersonOffices: Readonly<Record<string, { readonly clerk: string; readonly reviewer: string }>> = {
  swj: { clerk: "韩雪", reviewer: "杨建军" },
  wjj: { clerk: "古丽娜尔·阿不都", reviewer: "许文华" },
  scjg: { clerk: "何静", reviewer: "吕国庆" },
  mzj: { clerk: "施兰", reviewer: "张玉明" },
  gaj: { clerk: "孔令飞", reviewer: "曹志刚" },
  rsj: { clerk: "严芳", reviewer: "华永强" },
  zjj: { clerk: "金磊", reviewer: "魏东" },
  jtj: { clerk: "陶涛", reviewer: "姜海峰" },
  ybj: { clerk: "戚薇", reviewer: "谢云" },
  jyj: { clerk: "邹晓梅", reviewer: "喻正" },
};

export const people: readonly Person[] = [
  ...Object.entries(wholeOffices).flatMap(([unit, names]) =>
    roles.map((role) => ({ id: `${role}-${unit}`, name: names[role], unit, roles: [role] })),
  ),
  ...Object.entries(twoPersonOffices).flatMap(([unit, { clerk, reviewer }]): Person[] => [
    { id: `clerk-${unit}`, name: clerk, unit, roles: ["clerk", "handler", "admin"] },
    { id: `reviewer-${unit}`, name: reviewer, unit, roles: ["reviewer"] },
  ]),
];

/** Programs that call the API with client credentials: the client id is the subject. */
export const machines: readonly Person[] = [
  { id: "script-clerk-zfb", name: "脚本（登记）", unit: "zfb", roles: ["clerk"] },
  { id: "script-handler-zfb", name: "脚本（承办）", unit: "zfb", roles: ["handler"] },
  { id: "script-reviewer-zfb", name: "脚本（审核）", unit: "zfb", roles: ["reviewer"] },
  { id: "script-auditor", name: "脚本（监督）", unit: "zfb", roles: ["auditor"] },
];
