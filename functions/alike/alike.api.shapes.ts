/** What the API answers about those who ask alike. Who asks is nowhere in it; how many do is. */
import * as v from "valibot";
import { instant } from "../disclosure/disclosure.api.shapes.ts";
import { disclosureStates } from "../disclosure/disclosure.flow.ts";
import { named } from "../kit/openapi.ts";
import type { GroupView } from "./alike.service.ts";
import type { Group } from "./alike.ts";
import { decisionKinds } from "./alike.ts";

const entries = {
  id: v.string(),
  unit: v.string(),
  title: v.string(),
  version: v.pipe(v.number(), v.description("The ETag is the same in quotes")),
  requests: v.number(),
  askers: v.pipe(v.number(), v.description("Different people and organisations")),
  suggestions: v.pipe(v.number(), v.description("Applicants who suggest that it be published (Art. 44(2))")),
  decision: v.nullable(
    v.strictObject({
      kind: v.picklist(decisionKinds),
      at: instant,
      by: v.strictObject({ id: v.string(), name: v.string() }),
      reference: v.pipe(v.nullable(v.string()), v.description("Whose answer is to be published")),
      reason: v.nullable(v.string()),
    }),
  ),
};
export const groupsShape = named(
  "AlikeGroups",
  v.strictObject({
    items: v.array(v.strictObject(entries)),
    next: v.pipe(v.nullable(v.string()), v.description("The cursor of the next page; null after the last")),
  }),
);
export const groupShape = named(
  "AlikeGroup",
  v.strictObject({
    ...entries,
    members: v.pipe(
      v.array(
        v.strictObject({
          reference: v.string(),
          title: v.string(),
          state: v.picklist(disclosureStates),
          submittedAt: instant,
          publishable: v.pipe(v.boolean(), v.description("It was given what it asked for, in whole or part")),
        }),
      ),
      v.description("The newest thirty that are still of this unit, the last one first"),
    ),
    mayDecide: v.boolean(),
  }),
);

export function rowView(group: Group) {
  const { id, unit, title, version, requests, askers, suggestedBy, decision } = group;
  return {
    ...{ id, unit, title, version, requests },
    askers: askers.length,
    suggestions: suggestedBy.length,
    decision:
      decision === undefined
        ? null
        : {
            kind: decision.kind,
            at: decision.at,
            by: { ...decision.by },
            reference: decision.reference ?? null,
            reason: decision.reason ?? null,
          },
  };
}

export const groupView = ({ group, heads, publishable, mayDecide }: GroupView) => ({
  ...rowView(group),
  members: heads.map(({ reference, title, state, submittedAt }) => ({
    ...{ reference, title, state, submittedAt },
    publishable: publishable.includes(reference),
  })),
  mayDecide,
});
