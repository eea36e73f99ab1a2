/** Builds corrections of records about oneself, when somebody goes through their door. */
import type { Attachments } from "./attachment/attachment.service.ts";
import { openCaseStore } from "./case/case.store.ts";
import { openDraftsOf } from "./disclosure/disclosure.draft.service.ts";
import { openDraftStore } from "./disclosure/disclosure.draft.store.ts";
import type { DisclosureParts } from "./disclosure/disclosure.parts.ts";
import type { Disclosure } from "./disclosure/disclosure.service.ts";
import type { RectificationEvent, RectificationHead } from "./rectification/rectification.case.ts";
import {
  rectificationEventSchema,
  rectificationHeadSchema,
  rectificationQueue,
} from "./rectification/rectification.case.ts";
import { rectificationFlow } from "./rectification/rectification.flow.ts";
import { validateRectification } from "./rectification/rectification.form.ts";
import { openRectifications } from "./rectification/rectification.service.ts";
import { openRectificationStore } from "./rectification/rectification.store.ts";

export interface RectificationGround {
  readonly parts: DisclosureParts;
  readonly disclosure: Pick<Disclosure, "demand">;
}

export const rectificationCasesOf = ({ table }: Pick<DisclosureParts, "table">) =>
  openCaseStore<RectificationHead, RectificationEvent>({
    table,
    flow: rectificationFlow.id,
    head: rectificationHeadSchema,
    event: rectificationEventSchema,
    queueOf: rectificationQueue,
  });

export const rectificationsOf = ({ parts, disclosure }: RectificationGround) =>
  openRectifications({
    ...parts,
    store: openRectificationStore(parts),
    tokens: parts.store,
    demand: disclosure.demand,
    cases: rectificationCasesOf(parts),
  });

export interface RectificationPagesGround extends RectificationGround {
  readonly attachments: Attachments;
}

/** What citizens fill in, and where it goes. */
export const rectificationPagesOf = (ground: RectificationPagesGround) => {
  const { table, vault, clock, random, units } = ground.parts;
  return {
    rectifications: rectificationsOf(ground),
    rectificationDrafts: openDraftsOf({
      store: openDraftStore(table, vault),
      attachments: ground.attachments,
      ...{ clock, random, units },
      validate: validateRectification,
    }),
  };
};
