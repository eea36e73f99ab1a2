/** Examples of the API's document. They are sent to the API by a test, and accepted. Nobody in them is a real person. */
import type { Example } from "../kit/openapi.ts";

export const applicationExamples: Readonly<Record<string, Example>> = {
  person: {
    summary: "A person, answer as a file on this site, one attachment",
    value: {
      applicantKind: "person",
      name: "张三丰",
      identityKind: "resident_id",
      identityNumber: "11010119900307002X",
      unit: "zfb",
      title: "2025年度财政预算执行情况",
      description: "请提供2025年度本级财政预算执行情况报告全文。",
      form: "electronic",
      route: "site",
      phone: "13812345678",
      lang: "zh",
      attachments: [{ name: "说明.pdf", sizeBytes: 48_211 }],
    },
  },
  organisation: {
    summary: "An organisation, answer on paper by post",
    value: {
      applicantKind: "company",
      name: "示范科技有限公司",
      legalRepresentative: "李四光",
      contactName: "王小明",
      identityKind: "credit_code",
      identityNumber: "91350100M000100Y43",
      unit: "zrzy",
      title: "建设用地规划许可",
      documentNumber: "示规〔2025〕12号",
      description: "人民路 1 号地块的建设用地规划许可证及附图。",
      form: "paper",
      route: "post",
      phone: "0755-88880000",
      address: "示范县建设路 18 号 3 楼",
      postcode: "518000",
      lang: "en",
    },
  },
};

const {
  unit: _unit,
  attachments: _attachments,
  ...person
} = (applicationExamples.person?.value ?? {}) as Record<string, unknown>;
const { phone: _phone, ...noPhone } = person;
export const entryExamples: Readonly<Record<string, Example>> = {
  letter: {
    summary: "A registered letter",
    value: { ...person, channel: "registered_mail", arrivedOn: "2026-03-02" },
  },
  word: {
    summary: "By word of mouth, from somebody without a telephone",
    value: { ...noPhone, address: "示范县人民路 2 号", channel: "oral", arrivedOn: "2026-03-02" },
  },
};
