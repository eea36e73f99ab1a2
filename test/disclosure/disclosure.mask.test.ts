import fc from "fast-check";
import { expect, test } from "vitest";
import {
  maskAddress,
  maskApplicant,
  maskApplication,
  maskEmail,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskPostcode,
} from "../../functions/disclosure/disclosure.mask.ts";
import { validateApplication } from "../../functions/disclosure/disclosure.ts";
import { context, organisation } from "./samples.ts";

test.each([
  [maskName, "张三", "张*"],
  [maskName, "李小敏", "李*敏"],
  [maskName, "欧阳小敏", "欧**敏"],
  [maskName, "𠮷野家", "𠮷*家"],
  [maskName, "王", "*"],
  [maskName, "", ""],
  [maskName, "Maximilian Mustermann", "M******n"],
  [maskPhone, "13812341234", "138****1234"],
  [maskPhone, "0571-88880000", "0571-****0000"],
  [maskPhone, "0755-2345678-12", "0755-***5678"],
  [maskPhone, "4008001234-9", "400***1234"],
  [maskPhone, "+85223456789", "+85*****6789"],
  [maskIdentityNumber, "11010519491231002X", "1***************2X"],
  [maskIdentityNumber, "E12345678", "E******78"],
  [maskIdentityNumber, "AB", "**"],
  [maskEmail, "zhang.san@example.com", "z***@example.com"],
  [maskEmail, "z@example.com", "***@example.com"],
  [maskEmail, "broken", "******"],
  [maskAddress, "浙江省杭州市西湖区文三路100号", "浙江省杭州市西湖区****"],
  [maskAddress, "上海市浦东新区某某路1号3单元", "上海市浦东新区****"],
  [maskAddress, "杭州市阳光小区12号", "杭州市****"],
  [maskAddress, "北京市西城区某某街1号", "北京市西城区****"],
  [maskAddress, "吉林省延边朝鲜族自治州延吉市某某街1号", "吉林省延边朝鲜族自治州延吉市****"],
  [maskAddress, "文三路100号", "文三****"],
  [maskAddress, "西湖区", "西湖****"],
  [maskAddress, "路1", "****"],
  [maskPostcode, "310012", "310***"],
] as const)("%o of %j is %j", (mask, value, masked) => {
  expect(mask(value)).toBe(masked);
});

test("an organisation is named, a person is not", () => {
  expect(maskApplicant("company", "某某公司")).toBe("某某公司");
  expect(maskApplicant("person", "李小敏")).toBe("李*敏");
});

test("a masked application keeps what is asked and shows nobody", () => {
  const checked = validateApplication(organisation, context);
  if (!checked.ok) throw new Error("the sample is valid");
  const masked = maskApplication(checked.value);
  expect(masked.description).toBe(organisation.description);
  for (const field of ["contactName", "identityNumber", "phone", "email", "address", "postcode"] as const) {
    expect(masked[field]).toContain("*");
    expect(masked[field]).not.toBe(organisation[field]);
  }
});

test("whatever the value, its mask has stars and is not the value", () => {
  const masks = [maskName, maskPhone, maskIdentityNumber, maskEmail, maskAddress, maskPostcode];
  fc.assert(
    fc.property(fc.constantFrom(...masks), fc.stringMatching(/^[a-z0-9一-龥@.-]{1,30}$/), (mask, value) => {
      expect(mask(value)).toContain("*");
      expect(mask(value)).not.toBe(value);
    }),
  );
});
