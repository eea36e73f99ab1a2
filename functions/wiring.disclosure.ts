/** Builds what disclosure requests are worked with; citizens, offices and programs need it at once, jobs at times. */
import type { CaseFile } from "./attachment/attachment.ts";
import { openLookupStore } from "./case/case.lookup.ts";
import type { Card } from "./case/case.ts";
import { openDrafts } from "./disclosure/disclosure.draft.service.ts";
import { openDraftStore } from "./disclosure/disclosure.draft.store.ts";
import { partsOf } from "./disclosure/disclosure.parts.ts";
import { openDisclosure } from "./disclosure/disclosure.service.ts";
import type { Origins } from "./kit/security.ts";
import { openNoticeStore } from "./notice/notice.store.ts";
import type { Ground } from "./wiring.ground.ts";
import { once } from "./wiring.ground.ts";

export function disclosureOf(ground: Ground) {
  const { table, vault, config, staff } = ground;
  const release = once(async () => (await import("./wiring.release.ts")).releaseOf(ground));
  const options = {
    ...ground,
    notices: openNoticeStore(table),
    lookups: openLookupStore(table, vault),
    regionCode: config.regionCode,
    units: config.units.map(({ code }) => code),
    findStaff: staff.find,
    otherCards: async (references: readonly string[], unit: string): Promise<readonly Card[]> =>
      references.length === 0 ? [] : (await rectifications()).cardsOf(references, unit),
    checkFile: async (reference: string, file: CaseFile) => (await release()).check(reference, file),
  };
  const parts = partsOf(options);
  const disclosure = openDisclosure(options);
  const rectifications = once(async () =>
    (await import("./wiring.rectification.ts")).rectificationsOf({ parts, disclosure }),
  );
  return { ...ground, release, parts, disclosure, rectifications };
}
export type DisclosureGround = ReturnType<typeof disclosureOf>;

export function draftsOf({ table, vault, attachments, clock, random, config }: Ground) {
  const units = config.units.map((unit) => unit.code);
  return openDrafts({ store: openDraftStore(table, vault), attachments, clock, random, units });
}

/** Who may send a form here, and where a page may send one. */
export function originsOf({ config }: Ground): Origins {
  const uploads = config.uploadOrigin === undefined ? [] : [new URL(config.uploadOrigin).origin];
  return { public: config.publicOrigin, uploads, forms: [...uploads, new URL(config.oidc.issuer).origin] };
}
