/** A text of the gazette, and the people who write it and stand behind it. */
import type { Gazette } from "../../functions/gazette/gazette.service.ts";
import type { GazetteForm, GazetteKind } from "../../functions/gazette/gazette.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { randomId, systemRandom } from "../../functions/kit/id.ts";
import { people } from "../disclosure/support.ts";

export const text: GazetteForm = {
  title: "示范县高龄津贴发放办法",
  organ: "示范县人民政府",
  documentNumber: "示府规〔2025〕3号",
  indexNumber: "SF001-2025-0003",
  writtenOn: "2025-06-01",
  issuedOn: undefined,
  from: undefined,
  until: undefined,
  validity: "in_force",
  validityNote: undefined,
  validUntil: undefined,
  successor: undefined,
  body: "# 一、对象\n具有本县户籍、年满80周岁的老年人。\n\n# 二、标准\n每人每月100元。",
  guides: [],
};

export interface Wanted {
  readonly kind?: GazetteKind;
  readonly change?: Partial<GazetteForm>;
  readonly author?: Staff;
}

/** Written and kept as a draft. */
export async function draft(
  gazette: Gazette,
  { kind = "policy", change = {}, author = people.clerk }: Wanted = {},
) {
  const id = randomId(systemRandom);
  return gazette.write(author, { id, kind, version: 0, form: { ...text, ...change } });
}

/** Written by the clerk and waiting for another person. */
export async function inReview(gazette: Gazette, wanted: Wanted = {}) {
  const { id, version } = await draft(gazette, wanted);
  return gazette.act(wanted.author ?? people.clerk, { id, deed: "hand_in", version });
}

/** Written by the clerk, published by the reviewer. */
export async function publish(gazette: Gazette, wanted: Wanted = {}) {
  const { id, version } = await inReview(gazette, wanted);
  return gazette.act(people.reviewer, { id, deed: "approve", version });
}
