/** Builds what puts requests together that ask alike (条例 Art. 44). */
import type { Alike } from "./alike/alike.service.ts";
import { openAlike } from "./alike/alike.service.ts";
import { openAlikeStore } from "./alike/alike.store.ts";
import type { DisclosureParts } from "./disclosure/disclosure.parts.ts";

export const alikeOf = ({ parts }: { readonly parts: DisclosureParts }): Alike =>
  openAlike({
    store: openAlikeStore(parts.table),
    heads: parts.cases,
    audit: parts.audit,
    clock: parts.clock,
  });
