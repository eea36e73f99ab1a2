import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  applicationItemSchema,
  fromItem,
  sealedFields,
  toItem,
} from "../../functions/disclosure/disclosure.item.ts";
import { applicationJson, applicationShape } from "../../functions/disclosure/disclosure.json.ts";
import { applicationFields, validateApplication } from "../../functions/disclosure/disclosure.ts";
import { check } from "../../functions/kit/form.ts";
import { context, organisation, person } from "./samples.ts";

const schema = applicationJson(context);

describe("JSON in", () => {
  test.each([person, organisation])("an application passes as it passes the form (%#)", (values) => {
    expect(check(schema, values)).toEqual(validateApplication(values, context));
  });
  test("errors carry the field and the code, all at once", () => {
    expect(check(schema, { ...person, name: 7, phone: "1" })).toEqual({
      ok: false,
      errors: [
        { field: "name", code: "name.required" },
        { field: "phone", code: "phone.invalid" },
      ],
    });
  });
  test.each([null, [], "text", 3, true])("%j is no application", (body) => {
    expect(check(schema, body).ok).toBe(false);
  });
  test("a member that nobody asked for does not come back", () => {
    const checked = check(schema, { ...person, MARKER: "MARKER", name: "" });
    expect(JSON.stringify(checked)).not.toContain("MARKER");
  });
  test("the documented shape has the form's fields, requires what is always required, and takes what the check takes", () => {
    const document = toJsonSchema(applicationShape);
    expect(Object.keys(document.properties ?? {})).toEqual(applicationFields);
    const required = validateApplication({}, context);
    const always = required.ok ? [] : required.errors.map(({ field }) => field);
    expect(document.required).toEqual(always);
    expect(v.is(applicationShape, person)).toBe(true);
    expect(v.is(applicationShape, organisation)).toBe(true);
  });
});

describe("the stored item", () => {
  const checked = validateApplication(organisation, context);
  const application = checked.ok ? checked.value : undefined;
  test("holds no personal value in clear, and opens to the same application", () => {
    if (!application) throw new Error("the sample is valid");
    const seal = (value: string, field: string) => `${field}:${Buffer.from(value).toString("base64")}`;
    const open = (value: string) =>
      Buffer.from(value.slice(value.indexOf(":") + 1), "base64").toString("utf8");
    const item = toItem(application, seal);
    expect(v.parse(applicationItemSchema, JSON.parse(JSON.stringify(item)))).toEqual(item);
    for (const field of sealedFields) {
      const value = application[field];
      if (value !== undefined) expect(JSON.stringify(item)).not.toContain(value);
    }
    expect(fromItem(item, open)).toEqual(application);
  });
  test("of another version is not read", () => {
    expect(v.is(applicationItemSchema, { ...application, schema: 2 })).toBe(false);
  });
});
