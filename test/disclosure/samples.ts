/** Invented applicants whose numbers fulfil the standards. */

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Appends the check character of GB 11643 to 17 digits. */
export const residentId = (digits: string): string => {
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (RESIDENT_WEIGHTS[place] ?? 0),
    0,
  );
  return digits + "10X98765432".charAt(sum % 11);
};

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Appends the check character of GB 32100 to 17 characters. */
export const creditCode = (body: string): string => {
  const sum = [...body].reduce(
    (total, character, place) => total + CREDIT_ALPHABET.indexOf(character) * 3 ** place,
    0,
  );
  return body + CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
};

export const context = { today: "2026-11-23", units: ["housing", "traffic"] } as const;

export const person = {
  applicantKind: "person",
  name: "李小敏",
  identityKind: "resident_id",
  identityNumber: residentId("11010519900307232"),
  unit: "housing",
  title: "某小区规划许可证",
  documentNumber: "",
  description: "文三路某小区二期的建设工程规划许可证及附图",
  form: "electronic",
  route: "site",
  phone: "13812341234",
  email: "",
} as const;

export const organisation = {
  ...person,
  applicantKind: "research",
  name: "某某城市研究院",
  legalRepresentative: "",
  contactName: "王芳",
  identityKind: "credit_code",
  identityNumber: creditCode("12330100470116512"),
  form: "paper",
  route: "post",
  email: "office@example.com",
  address: "浙江省杭州市西湖区文三路100号",
  postcode: "310012",
} as const;
