import type { Demo } from "./demo.ts";
import { fillIn } from "./demo-desk.ts";
import { DemoFailure } from "./demo-visitor.ts";
import { people } from "./people.ts";
import { units } from "./units.ts";

/** 发文机关代字 of each unit: without one no letter can be numbered. */
export const letterWords: Readonly<Record<string, string>> = {
  zfb: "示府公开",
  zrzy: "示自然资公开",
  swj: "示税公开",
  wjj: "示卫健公开",
  scjg: "示市监公开",
  mzj: "示民公开",
  gaj: "示公公开",
  rsj: "示人社公开",
  zjj: "示住建公开",
  jtj: "示交公开",
  ybj: "示医保公开",
  jyj: "示教公开",
};

/** Each unit's administrator fills in what its letters need, on the page where it is done. */
export async function setUpLetters({ desk }: Demo): Promise<void> {
  for (const { code } of units) {
    const admin = people.find(({ unit, roles }) => unit === code && roles.includes("admin"));
    const word = letterWords[code];
    if (admin === undefined || word === undefined) throw new DemoFailure(`${code} cannot set up its letters`);
    await fillIn(await desk.person(admin.id), {
      page: "/office/letters",
      tag: /\/letters\/settings"/,
      filled: {
        word,
        reviewBody: "示范县人民政府",
        court: "示范县人民法院",
        onlineReview: "https://xzfy.moj.gov.cn（全国行政复议服务平台）",
      },
      done: "saved",
    });
  }
}
