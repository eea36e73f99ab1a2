/** The demo government: two units and who works there. Nobody here is a real person, number or address. */
export interface Unit {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly phone: string;
  readonly address: { readonly zh: string; readonly en: string };
  /** When somebody is there. */
  readonly hours: { readonly zh: string; readonly en: string };
}

export const units: readonly Unit[] = [
  {
    code: "zfb",
    name: { zh: "县政府办公室", en: "County Government Office" },
    phone: "0999-5550101",
    address: { zh: "示范县人民路 1 号 2 楼 206", en: "Room 206, 1 Renmin Road, Shifan County" },
    hours: {
      zh: "工作日 9:30–13:30、15:30–19:00",
      en: "Working days 9:30–13:30, 15:30–19:00",
    },
  },
  {
    code: "zrzy",
    name: { zh: "自然资源局", en: "Natural Resources Bureau" },
    phone: "0999-5550102",
    address: { zh: "示范县建设路 18 号 1 楼大厅", en: "Ground floor, 18 Jianshe Road, Shifan County" },
    hours: {
      zh: "工作日 9:30–19:00，中午不休息",
      en: "Working days 9:30–19:00, open over noon",
    },
  },
];

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

const names: Readonly<Record<string, Readonly<Record<Role, string>>>> = {
  zfb: { clerk: "王小燕", handler: "李建国", reviewer: "赵敏", auditor: "钱卫东", admin: "孙丽" },
  zrzy: { clerk: "周婷", handler: "吴志强", reviewer: "郑海", auditor: "冯秀英", admin: "陈立" },
};

export const people: readonly Person[] = units.flatMap(({ code }) =>
  roles.map((role) => ({
    id: `${role}-${code}`,
    name: names[code]?.[role] ?? role,
    unit: code,
    roles: [role],
  })),
);

/** Programs that call the API with client credentials: the client id is the subject. */
export const machines: readonly Person[] = [
  { id: "script-clerk-zfb", name: "脚本（登记）", unit: "zfb", roles: ["clerk"] },
  { id: "script-handler-zfb", name: "脚本（承办）", unit: "zfb", roles: ["handler"] },
  { id: "script-reviewer-zfb", name: "脚本（审核）", unit: "zfb", roles: ["reviewer"] },
  { id: "script-auditor", name: "脚本（监督）", unit: "zfb", roles: ["auditor"] },
];
