/** Corrections of records on the real engine, and people in front of them. */
import type { RectificationApplication } from "../../functions/rectification/rectification.form.ts";
import { application as disclosed } from "../support/application.ts";

const { form: _form, route: _route, title: _title, description: _description, ...who } = disclosed;

/** A complete application that passes every check. */
export const application: RectificationApplication = {
  ...who,
  record: "不动产登记",
  wrong: "登记的身份证号码末位是 1",
  right: "末位应当是 X，见身份证",
};
