import { describe, expect, test } from "vitest";
import { uploadErrors } from "../../functions/attachment/attachment.service.ts";
import {
  applicantKinds,
  applicationErrorCodes,
  applicationFields,
  identityKinds,
  informationForms,
  informationRoutes,
  pages,
} from "../../functions/disclosure/disclosure.ts";
import { disclosure as en } from "../../web/copy/en/disclosure.ts";
import { disclosure as zh } from "../../web/copy/zh/disclosure.ts";

describe.each([
  ["zh", zh],
  ["en", en],
] as const)("the words of the application (%s)", (_lang, words) => {
  test("have a sentence for every code that a form or an upload can give, and for no other", () => {
    const codes = [...applicationErrorCodes, ...uploadErrors, "too_many_files"];
    expect(Object.keys(words.errors).sort()).toEqual([...codes].sort());
    for (const sentence of Object.values(words.errors)) expect(sentence).not.toMatch(/[！!]|^$/);
  });

  test("name every page, field and choice", () => {
    for (const { id } of pages) expect(words.pages[id].title).not.toBe("");
    for (const field of applicationFields) expect(words.fields[field].short).not.toBe("");
    const named = (choices: object) => Object.keys(choices).sort();
    expect(named(words.choices.applicantKind)).toEqual([...applicantKinds].sort());
    expect(named(words.choices.identityKind)).toEqual([...identityKinds].sort());
    expect(named(words.choices.form)).toEqual([...informationForms].sort());
    expect(named(words.choices.route)).toEqual([...informationRoutes].sort());
  });
});

test("the sentences of both languages are about the same codes", () => {
  expect(Object.keys(en.organisationErrors)).toEqual(Object.keys(zh.organisationErrors));
});
