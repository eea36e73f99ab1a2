import type { Demo } from "./demo.ts";
import { DemoFailure, formIn, openVisitor } from "./demo-visitor.ts";

/** Somebody who does not exist, and what is wrong in the records about them. */
const answers: readonly (readonly [page: string, filled: Readonly<Record<string, string>>])[] = [
  ["applicant", { applicantKind: "person" }],
  ["name", { name: "陈晓明" }],
  ["identity", { identityKind: "resident_id", identityNumber: "659901199003070027" }],
  ["unit", { unit: "zfb" }],
  [
    "record",
    {
      record: "老旧小区改造住户登记",
      wrong: "住址登记为幸福里 3 号楼 2 单元。",
      right: "应为幸福里 8 号楼 2 单元，见不动产权证书。",
    },
  ],
  ["contact", { phone: "13800000000", email: "" }],
];

/** Handed in as a citizen does, question by question. */
export async function askForCorrection({ place }: Demo): Promise<void> {
  const visitor = openVisitor(place);
  const send = async (page: string, filled: Readonly<Record<string, string>> = {}) => {
    const { text, url } = await visitor.visit(page);
    const form = formIn(text, new RegExp(`action="${page}"`));
    if (form === undefined) throw new DemoFailure(`${url.pathname} has no form`);
    const body = new URLSearchParams({ ...form.fields, ...filled });
    return visitor.visit(new URL(form.action, url), { method: "POST", body });
  };
  await send("/rectification");
  for (const [page, filled] of answers) await send(`/rectification/apply/${page}`, filled);
  const { url } = await send("/rectification/apply/check");
  if (url.pathname !== "/rectification/receipt") throw new DemoFailure("the correction was not handed in");
}
