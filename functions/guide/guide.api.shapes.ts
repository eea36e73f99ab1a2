/** What the API answers about guides. The guide itself has the national field names, as it is stored and exchanged. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import { guideSchema } from "./guide.ts";

const office = {
  id: v.pipe(v.string(), v.description("Of the guide, as in /api/v1/guides/{id}")),
  code: v.pipe(v.string(), v.description("业务办理项编码")),
  name: v.string(),
  unit: v.pipe(v.string(), v.description("Code of the unit")),
  unitName: v.string(),
  areaName: v.string(),
};

export const guideHit = named(
  "GuideHit",
  v.strictObject({
    ...office,
    others: v.pipe(
      v.array(v.strictObject(office)),
      v.description("Guides of the same name at other units, 50 at most"),
    ),
  }),
);

export const guideList = named(
  "GuideList",
  v.strictObject({
    total: v.pipe(v.number(), v.description("How many names there are in all")),
    how: v.pipe(
      v.picklist(["pinned", "ranked", "pinyin", "code", "nearest", "all"]),
      v.description(
        "nearest: nothing matches, and these names come closest or are what people ask most; all: nothing was asked for",
      ),
    ),
    items: v.pipe(v.array(guideHit), v.description("The best first")),
    next: v.pipe(v.nullable(v.string()), v.description("The cursor of the next page; null on the last")),
  }),
);

export const suggestionList = named(
  "GuideSuggestions",
  v.strictObject({ items: v.array(v.strictObject({ id: v.string(), name: v.string() })) }),
);

export const nameList = named(
  "GuideNames",
  v.strictObject({
    version: v.pipe(v.string(), v.description("Changes with every publish")),
    items: v.array(
      v.strictObject({
        id: v.string(),
        code: v.string(),
        name: v.string(),
        unitName: v.string(),
        initials: v.pipe(v.string(), v.description("Pinyin initials of the name")),
      }),
    ),
  }),
);

export const publishedGuide = named(
  "PublishedGuide",
  v.strictObject({
    id: v.string(),
    state: v.pipe(v.picklist(["published", "paused"]), v.description("A paused one stays readable")),
    reason: v.optional(v.pipe(v.string(), v.description("Why it is paused"))),
    version: v.number(),
    publishedAt: v.pipe(v.string(), v.isoTimestamp()),
    checkedOn: v.optional(
      v.pipe(v.string(), v.isoDate(), v.description("When somebody last made sure that it is true")),
    ),
    guide: named("Guide", guideSchema),
  }),
);

/** A description under CPSV-AP; what it holds is said by its own context. */
export const linkedGuide = v.looseObject({ "@context": v.unknown() });
