/** Examples of the API's document. They are sent to the API by a test, and accepted. Nobody in them is a real person. */
import type { Example } from "../kit/openapi.ts";

const person = {
  applicantKind: "person",
  name: "张三丰",
  identityKind: "resident_id",
  identityNumber: "11010119900307002X",
  record: "不动产登记",
  wrong: "登记的身份证号码末位是 1。",
  right: "末位应当是 X，见身份证。",
};
export const rectificationExamples: Readonly<Record<string, Example>> = {
  person: {
    summary: "A wrong digit in a register, with one piece of evidence",
    value: {
      ...person,
      ...{ unit: "zrzy", phone: "13812345678", lang: "zh" },
      attachments: [{ name: "身份证.pdf", sizeBytes: 48_211 }],
    },
  },
};
export const enteredExamples: Readonly<Record<string, Example>> = {
  letter: {
    summary: "A registered letter, from somebody without a telephone",
    value: {
      ...person,
      ...{ address: "示范县人民路 2 号", channel: "registered_mail", arrivedOn: "2026-03-02" },
    },
  },
};
