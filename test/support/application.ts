/** A complete application that passes every check, for tests that are about something else. */
import type { Application } from "../../functions/disclosure/disclosure.ts";

/** Born 1990-03-07, check digit right; nobody's real number: region 110101 with a serial of zeros. */
export const application: Application &
  Required<Pick<Application, "identityKind" | "identityNumber" | "form" | "route" | "phone">> = {
  applicantKind: "person",
  name: "张三丰",
  identityKind: "resident_id",
  identityNumber: "11010119900307002X",
  unit: "zfb",
  title: "2025年度财政预算执行情况",
  description: "请提供2025年度本级财政预算执行情况报告全文。",
  form: "electronic",
  route: "email",
  phone: "13812345678",
  email: "zhang@example.com",
};
