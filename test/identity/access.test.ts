import { describe, expect, test } from "vitest";
import { may, permissions } from "../../functions/identity/access.ts";
import { roles } from "../../functions/identity/identity.ts";
import { disclosureCopy } from "../../web/copy/disclosure.ts";
import { staff } from "../disclosure/support.ts";

const everybody = ["zfb", "zrzy"].flatMap((unit) => roles.map((role) => staff(role, unit)));

describe("who sees an applicant's personal data", () => {
  test("whoever may not see it in clear may not download the applicant's files either", () => {
    for (const person of everybody) {
      const subject = { unit: "zfb", reference: "1" };
      expect([person.id, may(person, "attachment.download", subject)]).toEqual([
        person.id,
        may(person, "case.read_personal", subject),
      ]);
    }
  });

  test("is whom the form promises: those of the receiving unit who work on requests", () => {
    expect(permissions["case.read_personal"]).toEqual({ roles: ["clerk", "handler", "reviewer"] });
    const { questions, declaration } = promises("zh");
    for (const words of [questions, declaration]) expect(words).toContain("只有受理单位的办理人员能查看");
    const english = promises("en");
    for (const words of [english.questions, english.declaration])
      expect(words).toContain("only staff of the receiving unit who work on requests can see");
  });
});

const promises = (lang: "zh" | "en") => {
  const words = JSON.stringify(disclosureCopy(lang));
  const found = words.match(/[^"]*(?:受理单位的办理人员|staff of the receiving unit)[^"]*/g) ?? [];
  return { questions: found[0] ?? "", declaration: found[1] ?? "" };
};
