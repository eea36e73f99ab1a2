/**
 * `npm run proof`: 2,000 people book the same seats at the same moment through `POST /api/v1/bookings` of the whole local
 * stack. Sold must be what there was, to the seat: none twice, none left over; each winner has one 201 and the others a
 * 409; who asks again gets the same answer. The speed is held against as many bare transactions sent to the same engine
 * in the same run, half of them before and half after. `--quick` sends 400.
 */
import { addDays } from "../../functions/calendar/calendar.ts";
import { type Answer, everybodyBooks, type Wish } from "./crowd.ts";
import { openPlace, type Place, type Size } from "./place.ts";
import { rawTransactions } from "./raw.ts";

const PEOPLE = process.argv.includes("--quick") ? 400 : 2_000;
/** Of the people who got nothing, so many ask again. */
const LOSERS_AGAIN = 100;
const LEAST_RATIO = 0.75;
const WARMING = 600;

interface Scene extends Size {
  readonly what: string;
  /** For the figure alone: here every answer is a transaction and HTTP is all on top. */
  readonly anyRatio?: true;
}
const scenes: readonly Scene[] = [
  { what: "one slot of 1 seat", counters: 1, seatsPerCounter: 1, slots: 1 },
  { what: "one slot of 20 seats", counters: 20, seatsPerCounter: 1, slots: 1 },
  { what: "one slot of 50 seats", counters: 50, seatsPerCounter: 1, slots: 1 },
  { what: "30 counters, one slot", counters: 30, seatsPerCounter: 1, slots: 1 },
  { what: "30 counters, 16 slots", counters: 30, seatsPerCounter: 1, slots: 16 },
  { what: "a seat for everybody", counters: PEOPLE / 40, seatsPerCounter: 1, slots: 40, anyRatio: true },
];

const timeOf = (slot: number): string => {
  const minutes = 8 * 60 + slot * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
};
const codeIn = ({ text }: Answer): string => (JSON.parse(text) as { code: string }).code;

interface Outcome {
  readonly what: string;
  readonly capacity: number;
  readonly sold: number;
  readonly won: number;
  readonly others: string;
  readonly busy: number;
  readonly again: string;
  readonly booksPerSecond: number;
  readonly rawPerSecond: number;
  readonly sound: boolean;
}

async function play(scene: Scene): Promise<Outcome> {
  const place = await openPlace(scene);
  try {
    const wishes = Array.from({ length: PEOPLE }, (_, n) => ({ n, time: timeOf(n % scene.slots) }));
    // A stack that has just started runs its code for the first time: some ask before, for a day without seats.
    const others = Array.from({ length: WARMING }, (_, n) => ({ n: PEOPLE + n, time: "08:00" }));
    await everybodyBooks(place.origin, addDays(place.day, 1), others);
    await rawTransactions(place.documents, WARMING / 4);
    const before = await rawTransactions(place.documents, PEOPLE / 2);
    const crowd = await everybodyBooks(place.origin, place.day, wishes);
    const after = await rawTransactions(place.documents, PEOPLE / 2);
    const rawPerSecond = 2 / (1 / before + 1 / after);
    return {
      ...(await judge(scene, place, { wishes, ...crowd })),
      booksPerSecond: crowd.perSecond,
      rawPerSecond,
    };
  } finally {
    await place.close();
  }
}

interface Played {
  readonly wishes: readonly Wish[];
  readonly answers: readonly Answer[];
}

async function judge(scene: Scene, place: Place, { wishes, answers }: Played) {
  const capacity = scene.counters * scene.seatsPerCounter * scene.slots;
  const seats = await place.seats();
  const booked = seats.filter(({ state }) => state === "booked");
  const won = answers.filter(({ status }) => status === 201);
  const others = Map.groupBy(
    answers.filter(({ status }) => status !== 201),
    (answer) => `${answer.status} ${codeIn(answer)}`,
  );
  const codes = new Set(won.map(codeIn));
  const holders = new Set(booked.map(({ holder }) => holder));
  const lost = wishes.filter((_, n) => answers[n]?.status !== 201).slice(0, LOSERS_AGAIN);
  const winners = wishes.filter((_, n) => answers[n]?.status === 201);
  const asking = [...winners, ...lost];
  const repeats = await everybodyBooks(place.origin, place.day, asking);
  const same = asking.filter(({ n }, place_) => {
    const [first, again] = [answers[n], repeats.answers[place_]];
    return first?.status === 201 ? again?.text === first.text : again?.status === 409;
  }).length;
  const left = (await place.seats()).filter(({ state }) => state === "booked").length;
  const expected = Math.min(capacity, PEOPLE);
  const onlyFull = [...others.keys()].every((key) => key === "409 slot_full");
  return {
    what: scene.what,
    capacity,
    sold: booked.length,
    won: won.length,
    others: [...others].map(([key, all]) => `${all.length} × ${key}`).join(", ") || "none",
    busy: answers.reduce((sum, { busyBefore }) => sum + busyBefore, 0),
    again: `${same} of ${asking.length}`,
    sound:
      [booked.length, won.length, codes.size, holders.size, left].every((count) => count === expected) &&
      onlyFull &&
      same === asking.length,
  };
}

console.log(`${PEOPLE} people at once\n`);
console.log(
  "| seats | capacity | sold | 201 | others | the same again | answers/s | bare transactions/s | ratio |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
let sound = true;
for (const scene of scenes) {
  const outcome = await play(scene);
  const ratio = outcome.booksPerSecond / outcome.rawPerSecond;
  const isFast = scene.anyRatio || ratio >= LEAST_RATIO;
  sound &&= outcome.sound && isFast;
  const { what, capacity, sold, won, others, busy, again, booksPerSecond, rawPerSecond } = outcome;
  console.log(
    `| ${[what, capacity, sold, won, others, busy, again, booksPerSecond.toFixed(0), rawPerSecond.toFixed(0)].join(" | ")} | ${ratio.toFixed(2)}${isFast ? "" : " **missed**"} |`,
  );
}
console.log(sound ? "\nno seat was sold twice and none was left" : "\nFAILED");
process.exit(sound ? 0 : 1);
