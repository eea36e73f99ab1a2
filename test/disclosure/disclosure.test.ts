import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { disclosureWay } from "../../functions/disclosure/disclosure.draft.ts";
import {
  type ApplicationValues,
  answersOf,
  applicationErrorCodes,
  applicationFields,
  informationForms,
  informationRoutes,
  pageOf,
  pages,
  pagesFor,
  relevantValues,
  routesOfForm,
  validateApplication,
} from "../../functions/disclosure/disclosure.ts";
import { context, organisation, person, residentId } from "./samples.ts";

const check = (values: ApplicationValues) => validateApplication(values, context);
const errorsOf = (values: ApplicationValues) => {
  const checked = check(values);
  return checked.ok ? [] : checked.errors.map(({ page, field, code }) => `${page}/${field} ${code}`);
};

describe("contact details of what an office enters (Art. 29)", () => {
  const entered = (changes: object) =>
    validateApplication({ ...person, phone: "", ...changes }, { ...context, enteredByStaff: true });
  const address = "浙江省杭州市西湖区文三路100号";
  test.each([
    ["an address", { address }],
    ["an address with its postcode", { address, postcode: "310012" }],
    ["an e-mail address", { email: "li@example.com" }],
    ["a phone", { phone: "13812341234" }],
    ["post, with where to", { form: "paper", route: "post", address, postcode: "310012" }],
  ])("%s is enough", (_, changes) => {
    const checked = entered(changes);
    expect(checked).toMatchObject({ ok: true, value: changes });
    expect(checked.ok && "phone" in checked.value).toBe("phone" in changes);
  });
  test.each([
    ["none", {}, ["phone phone.or_other"]],
    ["spaces", { phone: " ", email: " ", address: "　" }, ["phone phone.or_other"]],
    ["a postcode alone", { postcode: "310012" }, ["phone phone.or_other", "address address.required"]],
    ["a wrong phone beside an address", { phone: "1", address }, ["phone phone.invalid"]],
    ["a wrong e-mail address", { email: "li@" }, ["email email.invalid"]],
    ["an address of figures", { address: "123" }, ["address address.characters"]],
    ["a wrong postcode", { address, postcode: "3100" }, ["postcode postcode.invalid"]],
    ["an answer by e-mail, to nowhere", { route: "email", address }, ["email email.required"]],
    [
      "an answer by post, to nowhere",
      { form: "paper", route: "post" },
      ["address address.required", "postcode postcode.required"],
    ],
  ])("%s is refused at its field", (_, changes, wanted) => {
    const checked = entered(changes);
    expect(checked.ok ? [] : checked.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(wanted);
  });
  test("on the internet a phone stays necessary", () => {
    expect(errorsOf({ ...person, phone: "", address })).toEqual(["contact/phone phone.required"]);
  });
});

describe("a valid application", () => {
  test("of a person holds what was asked, without empty fields", () => {
    const { documentNumber: _, email: __, ...given } = person;
    expect(check(person)).toEqual({ ok: true, value: given });
  });
  test("of an organisation names whom to ask", () => {
    const { documentNumber: _, legalRepresentative: __, ...given } = organisation;
    expect(check(organisation)).toEqual({ ok: true, value: given });
  });
  test("is in its normal form, and checks as itself", () => {
    const typed = {
      ...person,
      name: "  李小敏 ",
      identityNumber: person.identityNumber.toLowerCase(),
      phone: "+86 138-1234-1234",
    };
    const checked = check(typed);
    expect(checked).toMatchObject({ value: { name: "李小敏", phone: "13812341234" } });
    if (checked.ok) expect(check({ ...checked.value })).toEqual(checked);
  });
  test("does not keep what a page that no longer applies has left behind, nor what nobody asked", () => {
    const checked = check({
      ...person,
      address: "浙江省杭州市",
      postcode: "x",
      contactName: "王芳",
      purpose: "研究",
    });
    expect(checked.ok && Object.keys(checked.value)).toEqual(
      expect.not.arrayContaining(["address", "postcode", "contactName", "purpose"]),
    );
  });
});

describe("errors", () => {
  test("of an empty application are all given, in the order of the pages", () => {
    expect(errorsOf({})).toEqual([
      "applicant/applicantKind applicant_kind.choose",
      "name/name name.required",
      "identity/identityKind identity_kind.choose",
      "identity/identityNumber identity.required",
      "unit/unit unit.choose",
      "information/title title.required",
      "information/description description.required",
      "delivery/form form.choose",
      "delivery/route route.choose",
      "contact/phone phone.required",
    ]);
  });
  test.each<[ApplicationValues, string[]]>([
    [{ ...person, route: "email" }, ["contact/email email.required"]],
    [{ ...person, email: "x" }, ["contact/email email.invalid"]],
    [
      { ...person, form: "paper", route: "post" },
      ["address/address address.required", "address/postcode postcode.required"],
    ],
    [{ ...person, form: "paper", route: "site" }, ["delivery/route route.form"]],
    [{ ...person, route: "post", address: "某路1号", postcode: "310012" }, ["delivery/route route.form"]],
    [{ ...person, unit: "nobody" }, ["unit/unit unit.choose"]],
    [
      { ...person, applicantKind: "company" },
      ["organisation/contactName contact_name.required", "identity/identityKind identity_kind.choose"],
    ],
    [{ ...organisation, applicantKind: "person" }, ["identity/identityKind identity_kind.choose"]],
    [{ ...person, applicantKind: "constructor" }, ["applicant/applicantKind applicant_kind.choose"]],
    [
      { ...person, identityNumber: residentId("11010520270101002") },
      ["identity/identityNumber identity.birth_future"],
    ],
    [{ ...organisation, contactName: "😀" }, ["organisation/contactName contact_name.characters"]],
  ])("%# stand next to their field", (values, expected) => {
    expect(errorsOf(values)).toEqual(expected);
  });
  test("10,000 characters in every text give too-long errors, fast, and none shows what was typed", () => {
    const marker = "MARKER".repeat(1_700);
    const before = performance.now();
    const checked = check({
      ...organisation,
      ...Object.fromEntries(applicationFields.map((name) => [name, marker])),
    });
    expect(performance.now() - before).toBeLessThan(1000);
    expect(JSON.stringify(checked)).not.toContain("MARKER");
    expect(checked).toMatchObject({ ok: false });
  });
  test("have codes of the closed list only", () => {
    const hostile = ["", "\u0000", "\u202ea", "9".repeat(300), "😀", "<b>", "0", "字".repeat(10_000)];
    const seen = hostile.flatMap((text) =>
      ["person", "charity", text].flatMap((applicantKind) => {
        const values = Object.fromEntries(applicationFields.map((name) => [name, text]));
        const checked = check({ ...values, applicantKind, route: "post" });
        return checked.ok ? [] : checked.errors.map(({ code }) => code);
      }),
    );
    for (const code of seen) {
      expect(applicationErrorCodes).toContain(code);
      expect(code).toMatch(/^[a-z_]+\.[a-z_]+$/);
    }
  });
});

describe("the pages", () => {
  test("ask each field once, all of them, and never the purpose", () => {
    const asked = pages.flatMap((page) => [...page.fields]);
    expect([...asked].sort()).toEqual([...applicationFields].sort());
    expect(asked.join()).not.toMatch(/purpose|reason|use/i);
  });
  test("have a schema for exactly their fields", () => {
    for (const page of pages) {
      const read = v.safeParse(page.schema({ ...organisation }, context), { ...organisation });
      expect(read.success && Object.keys(read.output)).toEqual([...page.fields]);
    }
  });
  test("follow each other both ways as the answers say", () => {
    expect(pagesFor(person).map(({ id }) => id)).toEqual([
      "applicant",
      "name",
      "identity",
      "unit",
      "information",
      "delivery",
      "contact",
    ]);
    expect(pagesFor(organisation).map(({ id }) => id)).toContain("organisation");
    for (const values of [{}, person, organisation]) {
      const ids = pagesFor(values).map(({ id }) => id);
      for (const [place, id] of ids.entries()) {
        expect(disclosureWay.after(values, id)).toBe(ids[place + 1] ?? "attachments");
        expect(disclosureWay.before(values, id)).toBe(ids[place - 1]);
      }
    }
  });
  test("are found by the id of a URL only", () => {
    expect(pageOf("identity")?.fields).toEqual(["identityKind", "identityNumber"]);
    expect(pageOf("constructor")).toBeUndefined();
  });
  test("give check-your-answers every field that applies", () => {
    const answers = answersOf({ ...person, address: "x" });
    expect(answers.map(({ field }) => field)).not.toContain("address");
    expect(answers).toContainEqual({ page: "information", field: "documentNumber", value: "" });
    expect(relevantValues({ ...person, address: "x" })).toEqual(person);
  });
  test("offer a route for every form, and a form for every route", () => {
    expect(Object.keys(routesOfForm).sort()).toEqual([...informationForms].sort());
    expect(new Set(Object.values(routesOfForm).flat())).toEqual(new Set(informationRoutes));
  });
});
