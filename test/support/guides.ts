/** Guides in front of people: the real services on a table, and a guide in Latin letters that has every part. */
import type { AuditStore } from "../../functions/audit/audit.store.ts";
import type { GuideCitizenServices } from "../../functions/guide/guide.citizen.tsx";
import { national } from "../../functions/guide/guide.dictionary.ts";
import { documentOf } from "../../functions/guide/guide.document.ts";
import { openGuideLinks } from "../../functions/guide/guide.link.service.ts";
import { openLinkStore } from "../../functions/guide/guide.link.store.ts";
import { openGuideReports } from "../../functions/guide/guide.report.service.ts";
import { openReportStore } from "../../functions/guide/guide.report.store.ts";
import { openGuides } from "../../functions/guide/guide.service.ts";
import { openGuideStore } from "../../functions/guide/guide.store.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import type { Clock } from "../../functions/kit/clock.ts";
import type { Table } from "../../functions/kit/table.ts";
import type { Vault } from "../../functions/kit/vault.ts";
import { buildIndex } from "../../functions/search/search.build.ts";
import { openSearchLog } from "../../functions/search/search.missed.service.ts";
import { openMissedStore } from "../../functions/search/search.missed.store.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import type { CurrentIndex, Search } from "../../functions/search/search.service.ts";
import {
  type IndexFiles,
  noWords,
  type SearchDocument,
  type SearchWords,
} from "../../functions/search/search.ts";
import { freshGuide, people } from "../guide/desk.ts";
import { openSites } from "./outbound.ts";
import { seededRandom } from "./world.ts";

/** Every part of a guide that a page shows, in Latin letters, so that any other letter on a page is the page's own. */
export const everything: Partial<Guide> = {
  taskName: "New card",
  aliases: ["lost card"],
  deptName: "Social Security Office",
  unionDept: "Bank",
  useLevel: national("useLevel", "4"),
  areaCode: "659901",
  areaName: "Shifan",
  projectType: national("projectType", "2"),
  serverType: [national("serverType", "1"), national("serverType", "2")],
  duty: "Cards",
  byLaw: "Law, Art. 58",
  acceptCondition: "1. Has had a card; 2. Has lost it",
  anticipate: { day: 20, type: "calendar" },
  promise: { day: 5, type: "working", explain: "Counted from acceptance" },
  specialProcedure: "None",
  handleFlow: "Go to the counter",
  steps: [
    {
      name: "Accept",
      role: "Clerk",
      limit: { day: 1, type: "working" },
      standard: "Complete",
      result: "Receipt",
    },
  ],
  materials: [
    {
      materialName: "Identity card",
      isNeed: national("isNeed", "1"),
      materialType: national("materialType", "1"),
      materialFormat: national("materialFormat", "1"),
      sourceType: national("sourceType", "20"),
      sourceExplain: "Police",
      pageNum: 1,
      copyNum: 2,
      pageFormat: "A4",
      acceptStand: "Valid",
      fillExplain: "Sign it",
      byLaw: "Law",
      form: "https://bucket.example/form.pdf",
      example: "https://bucket.example/sample.pdf",
    },
    { materialName: "Photograph", isNeed: national("isNeed", "3") },
  ],
  isFee: true,
  fees: [{ name: "Card", standard: "20", basis: "Notice 1", isReducible: true, reductionBasis: "Notice 2" }],
  results: [{ name: "Card", type: national("resultType", "10"), sample: "https://bucket.example/card.png" }],
  limitSceneNum: 1,
  isExpress: true,
  isReservation: true,
  isOnline: true,
  onlinePlatform: "Portal",
  linkAddr: "https://issuer.example/card",
  mobileTerminalUrl: "https://issuer.example/card/m",
  places: [{ name: "Hall", address: "1 Renmin Road", hours: "9-17" }],
  linkWay: [{ label: "Counter", number: "0999-5550108" }],
  superviseWay: [{ number: "12345" }],
  questions: [{ question: "要多少钱？", answer: "Twenty" }],
  topics: ["Cards"],
  lifeEvents: ["Moving house"],
  policies: [{ name: "Rules", link: "https://issuer.example/rules" }],
  remedy: "Reconsideration within 60 days",
  lateConsequence: "A yellow card",
};

export interface GuideGround {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly config: GuideCitizenServices["config"];
}

export type GuideWorld = ReturnType<typeof guidesFor>;

/** The real index, made anew when something was published; where it is kept is tested with the search. */
function indexInMemory() {
  let words: SearchWords = noWords;
  const documents: SearchDocument[] = [];
  let made: Promise<CurrentIndex> | undefined;
  let files: IndexFiles | undefined;
  const make = async (): Promise<CurrentIndex> => {
    files = await buildIndex(documents, words, files);
    return { version: String(documents.length), searcher: openIndex(files) };
  };
  const search: Search = {
    current: () => {
      made ??= make();
      return made;
    },
  };
  const add = (document: SearchDocument): void => {
    documents.push(document);
    made = undefined;
  };
  /** People of the office pin an answer to a phrase. */
  const pin = (phrase: string, id: string): void => {
    words = { ...words, pinned: [...words.pinned, { phrase, ids: [id] }] };
    made = undefined;
  };
  return { search, add, pin };
}

/** The real services of guides, an office that publishes, and what was asked for in vain. */
export function guidesFor(ground: GuideGround) {
  const { table, audit, vault, clock, config } = ground;
  const guideStore = openGuideStore(table);
  const links = openGuideLinks({
    links: openLinkStore(table),
    ...{ store: guideStore, outbound: openSites(), clock, ownOrigin: config.publicOrigin },
  });
  const guides = openGuides({ store: guideStore, audit, clock, links });
  const reports = openGuideReports({ store: openReportStore(table), audit, vault, clock });
  const store = openMissedStore(table);
  const random = seededRandom(`guides ${Math.random()}`);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const searchLog = openSearchLog({ store, clock, random, log: quiet });
  const { search, add, pin } = indexInMemory();
  const services: GuideCitizenServices = {
    config: { ...config, mapSearch: "https://issuer.example/map?q={address}" },
    ...{ clock, guides, search, guideReports: reports, searchLog },
  };

  /** Written by one person and approved by another. Gives its id. */
  async function publish(change: Partial<Guide> = {}): Promise<string> {
    const { id } = await guides.startDraft({
      guide: freshGuide({ ...everything, ...change }),
      actor: people.clerk,
    });
    await guides.act({ id, action: "hand_in", actor: people.clerk });
    await guides.act({ id, action: "approve", actor: people.reviewer });
    const live = await guides.readLive(id);
    if (live !== undefined && live.state !== "abolished") add(documentOf(live));
    return id;
  }
  const pause = (id: string, reason: string) =>
    guides.act({ id, action: "pause", actor: people.reviewer, reason });
  const abolish = (id: string, reason: string) =>
    guides.act({ id, action: "abolish", actor: people.reviewer, reason });

  return { services, guides, reports, searchLog, pin, publish, pause, abolish };
}
