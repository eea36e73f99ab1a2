/** What a citizen waits for when they search: our index against MiniSearch 7 with the same pairs of characters. */
import { constants, gunzipSync, gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { buildIndex } from "../../functions/search/search.build.ts";
import { openPublishing } from "../../functions/search/search.publish.service.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import { eachToken, normalise } from "../../functions/search/search.text.ts";
import type { IndexFiles, SearchDocument } from "../../functions/search/search.ts";
import { demoWords } from "../../stacks/local/demo-words.ts";
import { everyday } from "../search/everyday.ts";
import { guangdongDocuments, replicated, skipsAloud } from "../search/guangdong.ts";
import { knownItems, ways } from "../search/known.ts";
import { memoryBucket } from "../search/memory.ts";
import type { Row } from "./measure.ts";
import { inTurns, median, time } from "./measure.ts";

const FEW = 5_000;
const MANY = 50_000;
/** MiniSearch takes a minute to build at 50,000 and some tenths of a second for each question. */
const ROUNDS_WITH_MANY = 3;
const MOST_QUESTIONS = { few: 150, many: 60 };
const LEAST_ROUNDS = 9;

export async function benchSearch(rounds: number, isQuick: boolean): Promise<readonly Row[]> {
  if (skipsAloud("the benchmark of the search")) return [];
  const real = guangdongDocuments();
  const rows = [...(await compared(real, FEW, rounds)), await publishing(replicated(real, FEW), rounds)];
  if (isQuick) console.error(`quick: ${MANY} guides are left out, building them takes MiniSearch a minute`);
  return isQuick ? rows : [...rows, ...(await compared(real, MANY, ROUNDS_WITH_MANY))];
}

async function compared(
  real: readonly SearchDocument[],
  size: number,
  rounds: number,
): Promise<readonly Row[]> {
  const documents = replicated(real, size);
  const { documents: _, ...asked } = await buildIndex(documents, demoWords);
  const ours = compressed(asked);
  const theirs = gzipSync(JSON.stringify(miniSearchOf(documents)));
  const floor = `MiniSearch at ${size} guides`;
  const all = questionsOf(real);
  const every = Math.ceil(all.length / (size > FEW ? MOST_QUESTIONS.many : MOST_QUESTIONS.few));
  const questions = all.filter((_, at) => at % every === 0);
  const oursBytes = Object.values(ours).reduce((sum, bytes) => sum + bytes.length, 0);
  const detail = `${megabytes(oursBytes)} : ${megabytes(theirs.length)}`;
  return [
    ...(await answering({ ours, theirs, questions, rounds, floor })),
    { what: "index, gzip", floor, ratio: oursBytes / theirs.length, aim: 0.34, detail },
  ];
}

interface Contest {
  readonly ours: IndexFiles;
  readonly theirs: Uint8Array;
  readonly questions: readonly string[];
  readonly rounds: number;
  readonly floor: string;
}

async function answering({ ours, theirs, questions, rounds, floor }: Contest): Promise<readonly Row[]> {
  const [first = ""] = questions;
  const openOurs = () => {
    const searcher = openIndex(decompressed(ours));
    return (text: string) => searcher.search({ text });
  };
  const openTheirs = () => {
    const mini = MiniSearch.loadJSON(gunzipSync(theirs).toString(), options);
    return (text: string) => mini.search(text, { boost });
  };
  const [ask, askThem] = [openOurs(), openTheirs()];
  const query = [
    askedOften(ask, questions, Math.max(rounds, LEAST_ROUNDS)),
    askedOften(askThem, questions, rounds),
  ];
  const loaded = await inTurns(
    {
      ours: () => time(async () => openOurs()(first)),
      theirs: () => time(async () => openTheirs()(first)),
    },
    Math.min(rounds, 5),
  );
  const load = [loaded.ours.wallMilliseconds, loaded.theirs.wallMilliseconds];
  return [
    row("search, p95 of a question", floor, query, 0.05),
    row("index loaded and asked once", floor, load, 0.1),
  ];
}

/** Of each question the median counts, so that what the machine does meanwhile is not taken for a slow question. */
function askedOften(ask: (text: string) => unknown, questions: readonly string[], rounds: number): number {
  const took = questions.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1)
    questions.forEach((text, at) => {
      const started = performance.now();
      ask(text);
      took[at]?.push(performance.now() - started);
    });
  return p95(took.map(median));
}

/** One guide of many is published again: everything from reading what is stored to the new manifest. */
async function publishing(documents: readonly SearchDocument[], rounds: number): Promise<Row> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const bucket = memoryBucket();
  const { publishIndex } = openPublishing({ bucket, clock: systemClock, log, random: systemRandom });
  await publishIndex({ changed: documents, words: demoWords });
  const [first] = documents.slice(0, 1).map((one) => ({ ...one, name: `${one.name}（新）` }));
  const changed = first === undefined ? [] : [first];
  const { once } = await inTurns({ once: () => time(() => publishIndex({ changed })) }, Math.min(rounds, 5));
  const detail = `${once.cpuMilliseconds.toFixed(0)} ms of CPU, ${once.wallMilliseconds.toFixed(0)} ms in all`;
  const floor = `2 s of CPU at ${documents.length} guides`;
  return { what: "one guide published", floor, ratio: once.cpuMilliseconds / 2000, aim: 1, detail };
}

const options = {
  fields: ["name", "aliases", "topics", "unitName", "body"],
  storeFields: ["code", "name", "unit", "unitName", "areaName"],
  tokenize(text: string) {
    const found: string[] = [];
    eachToken(normalise(text), false, (token) => found.push(token.toString(36)));
    return found;
  },
  processTerm: (term: string) => term,
};
const boost = { name: 5, aliases: 4, topics: 2, unitName: 1.5, body: 1 };

function miniSearchOf(documents: readonly SearchDocument[]): MiniSearch {
  const mini = new MiniSearch(options);
  mini.addAll(
    documents.map((one) => ({ ...one, aliases: one.aliases.join(" "), topics: one.topics.join(" ") })),
  );
  return mini;
}

const questionsOf = (real: readonly SearchDocument[]): readonly string[] => [
  ...everyday.map(({ question }) => question),
  ...ways.flatMap((way) =>
    knownItems(
      real.map(({ name }) => name),
      way,
      20,
    ).map(({ query }) => query),
  ),
];

const compressed = (files: IndexFiles): IndexFiles =>
  Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, gzipSync(bytes, { strategy: constants.Z_FILTERED })]),
  );
const decompressed = (files: IndexFiles): IndexFiles =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, gunzipSync(bytes)]));

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

function row(what: string, floor: string, [ours = 0, theirs = 0]: readonly number[], aim: number): Row {
  return { what, floor, ratio: ours / theirs, aim, detail: `${ours.toFixed(2)} : ${theirs.toFixed(1)} ms` };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
