import { within } from "@testing-library/dom";
import { describe, expect, test } from "vitest";
import { common } from "../../web/copy/zh/common.ts";
import { disclosure } from "../../web/copy/zh/disclosure.ts";
import { useBucket } from "../support/bucket.ts";
import { useEngine } from "../support/engine.ts";
import type { Visited } from "./counter.ts";
import { answers, openCounter } from "./counter.ts";

const engine = useEngine();
const s3 = useBucket();
const apply = (page: string) => `/disclosure/apply/${page}`;
const sentences = disclosure.errors;

/** The page says what to do beside the field and above the form, and stands where it stood. */
function expectRefusal(seen: Visited, page: string, field: string, code: string) {
  const sentence = sentences[code] ?? `no sentence for ${code}`;
  expect(seen.status).toBe(422);
  expect(seen.address).toBe(apply(page));
  const summary = within(seen.page.getByRole("alert"));
  expect(summary.getByRole("link", { name: sentence }).getAttribute("href")).toBe(`#${field}`);
  const control = seen.document.getElementById(field);
  const described = control?.getAttribute("aria-describedby") ?? "";
  const group = control?.closest("fieldset")?.getAttribute("aria-describedby") ?? "";
  expect(`${described} ${group}`).toContain(`${field}-error`);
  expect(seen.document.getElementById(`${field}-error`)?.textContent).toContain(sentence);
  expect(seen.document.title.startsWith(common.titleError)).toBe(true);
}

const long = "长".repeat(10_000);
const RIGHT_TO_LEFT = "\u202e";

const wrong: [page: keyof typeof answers, field: string, value: string, code: string][] = [
  ["applicant", "applicantKind", "", "applicant_kind.choose"],
  ["applicant", "applicantKind", "government", "applicant_kind.choose"],
  ["name", "name", "", "name.required"],
  ["name", "name", "   \u3000 ", "name.required"],
  ["name", "name", "长".repeat(101), "name.too_long"],
  ["name", "name", long, "name.too_long"],
  ["name", "name", "张三😀", "name.characters"],
  ["name", "name", `张${RIGHT_TO_LEFT}三`, "name.characters"],
  ["name", "name", "张\u0007三", "name.characters"],
  ["name", "name", "张\u0000三", "name.characters"],
  ["identity", "identityKind", "", "identity_kind.choose"],
  ["identity", "identityNumber", "", "identity.required"],
  ["identity", "identityNumber", "110101199003070021", "identity.check_digit"],
  ["identity", "identityNumber", "110101900307002", "identity.old_number"],
  ["identity", "identityNumber", "11010119900307", "identity.length"],
  ["identity", "identityNumber", "110101199002300021", "identity.birth_date"],
  ["identity", "identityNumber", "110101299003070021", "identity.birth_future"],
  ["identity", "identityNumber", "1101011990030700é1", "identity.characters"],
  ["identity", "identityNumber", "1".repeat(10_000), "identity.too_long"],
  ["unit", "unit", "", "unit.choose"],
  ["unit", "unit", "another", "unit.choose"],
  ["information", "title", "", "title.required"],
  ["information", "title", long, "title.too_long"],
  ["information", "title", `批复${RIGHT_TO_LEFT}`, "title.characters"],
  ["information", "documentNumber", "\u001b[31m", "document_number.characters"],
  ["information", "description", "", "description.required"],
  ["information", "description", long, "description.too_long"],
  ["information", "description", "\u0008\u0008", "description.characters"],
  ["delivery", "form", "", "form.choose"],
  ["delivery", "route", "", "route.choose"],
  ["delivery", "route", "post", "route.form"],
  ["contact", "phone", "", "phone.required"],
  ["contact", "phone", "12345", "phone.invalid"],
  ["contact", "phone", "88880000", "phone.area_code"],
  ["contact", "phone", "1".repeat(10_000), "phone.too_long"],
  ["contact", "email", "name@", "email.invalid"],
  ["contact", "email", "😀@example.com", "email.invalid"],
];

describe("what cannot be taken", () => {
  test("every value gets a sentence beside its field, and the rest of the form is not lost", async () => {
    const visitor = openCounter(engine, s3).newBrowser();
    await visitor.answerAll();
    for (const [page, field, value, code] of wrong) {
      const seen = await visitor.send(apply(page), { ...answers[page], [field]: value });
      expectRefusal(seen, page, field, code);
      for (const [other, kept] of Object.entries(answers[page])) {
        const control = seen.document.querySelector(`[name=${other}]`);
        if (other === field || kept === "" || control?.getAttribute("type") === "radio") continue;
        expect((control as HTMLInputElement).value).toBe(kept);
      }
    }
    const check = await visitor.open(apply("check"));
    expect(check.address).toBe(apply("check"));
    for (const text of ["张三丰", "13812345678", "地块规划批复"])
      expect(check.page.getByText(text)).toBeDefined();
  }, 60_000);

  test("what was typed comes back in its field as it was", async () => {
    const visitor = openCounter(engine, s3).newBrowser();
    await visitor.answerAll();
    const typed = `<script>alert(1)</script>"'&${"x".repeat(300)}`;
    const seen = await visitor.send(apply("information"), { ...answers.information, title: typed });
    expectRefusal(seen, "information", "title", "title.too_long");
    expect(seen.page.getByLabelText("信息的名称")).toHaveProperty("value", typed);
    expect(seen.html).not.toContain("<script>alert(1)");
    const route = await visitor.send(apply("delivery"), { form: "paper", route: "email" });
    expect(route.page.getByRole("radio", { name: "纸质" })).toHaveProperty("checked", true);
  });

  test("an organisation reads sentences of its own", async () => {
    const visitor = openCounter(engine, s3).newBrowser();
    await visitor.send("/disclosure", {});
    await visitor.send(apply("applicant"), { applicantKind: "company" });
    const seen = await visitor.send(apply("name"), { name: "" });
    expect(seen.page.getAllByText(/请填写单位名称/).length).toBeGreaterThan(0);
    await visitor.send(apply("name"), { name: "示例公司" });
    const contact = await visitor.send(apply("organisation"), { contactName: "" });
    expectRefusal(contact, "organisation", "contactName", "contact_name.required");
    await visitor.send(apply("organisation"), { contactName: "李四" });
    const code = { identityKind: "credit_code", identityNumber: "91350100M000100Y44" };
    expectRefusal(
      await visitor.send(apply("identity"), code),
      "identity",
      "identityNumber",
      "identity.check_digit",
    );
  });

  test("letters of every script, rare characters and right-to-left names are fine", async () => {
    const visitor = openCounter(engine, s3).newBrowser();
    await visitor.answerAll();
    for (const name of ["𠮷田", "古丽·阿依木", "محمد علي", "O’Connor-Żółć", "བསྟན་འཛིན"])
      expect((await visitor.send(apply("name"), { name })).address).toBe(apply("identity"));
  });

  test("fields that were never asked for, sent twice, or of another form change nothing", async () => {
    const { newBrowser, drafts } = openCounter(engine, s3);
    const visitor = newBrowser();
    await visitor.answerAll({
      name: { name: "张三丰", unit: "zfb", applicantKind: "company", __proto: "x" },
    });
    const draft = await drafts.demand(visitor.browser.cookie("__Host-draft") ?? "");
    expect(draft.pages.name).toEqual({ name: "张三丰" });
    const response = await visitor.browser.get(apply("check"));
    expect(response.status).toBe(200);
  });
});
