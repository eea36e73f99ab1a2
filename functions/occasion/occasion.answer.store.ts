/**
 * Where answers of receptions are kept: `RECEPTION#hall#day / ANSWER#code`, so that those of a day are one query. One
 * that is open stands in `RECEPTIONOPEN#unit / due#hall#day#code` as well, for each unit that waits for it.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Answer, AnswerId } from "./occasion.answer.ts";
import { answerForgottenAt, answerSchema, listedBy } from "./occasion.answer.ts";

const answerKey = ({ hall, day, code }: AnswerId): Key => ({
  pk: keyOf("RECEPTION", hall, day),
  sk: keyOf("ANSWER", code),
});
const openKey = (unit: string, { hall, day, code, due = "" }: Answer): Key => ({
  pk: keyOf("RECEPTIONOPEN", unit),
  sk: keyOf(due, hall, day, code),
});
const answerIn = (item: StoredItem | undefined): Answer | undefined =>
  item === undefined ? undefined : v.parse(answerSchema, item.answer);

/** The next version of an answer, the first being 1, and its place in the lists; 409 `answer_changed` when it is not next. */
export function saveAnswerWrites(answer: Answer, before: Answer | undefined): readonly Write[] {
  const forgottenAt = answerForgottenAt(answer);
  const names = (one: Answer | undefined) =>
    new Map((one === undefined ? [] : listedBy(one)).map((unit) => [unit, openKey(unit, one as Answer)]));
  const [listed, were] = [names(answer), names(before)];
  const isKept = ([unit, key]: [string, Key]) => listed.get(unit)?.sk === key.sk;
  return [
    {
      kind: "put",
      key: answerKey(answer),
      item: {
        answer,
        version: answer.version,
        ...(forgottenAt === undefined ? {} : { expiresAt: epochSecondsOf(forgottenAt) }),
      },
      when:
        answer.version === 1 ? isNew : { text: "#version = :before", values: { before: answer.version - 1 } },
      otherwise: () => conflict("answer_changed"),
    },
    ...[...were].filter((each) => !isKept(each)).map(([, key]): Write => ({ kind: "delete", key })),
    ...[...listed.values()].map((key): Write => ({ kind: "put", key, item: { day: answer.day } })),
  ];
}

export interface AnswerPage {
  readonly answers: readonly Answer[];
  /** From where the next page goes on; undefined on the last one. */
  readonly next: string | undefined;
}

export interface AnswerStore {
  read(id: AnswerId): Promise<Answer | undefined>;
  ofDay(hall: string, day: Day): Promise<readonly Answer[]>;
  /** Those for which a unit waits, soonest due first. */
  open(unit: string, after: string, limit: number): Promise<AnswerPage>;
}

export function openAnswerStore(table: Table): AnswerStore {
  return {
    read: async (id) => answerIn(await table.get(answerKey(id))),
    async ofDay(hall, day) {
      const where = { text: "#pk = :pk", values: { pk: keyOf("RECEPTION", hall, day) } };
      return (await table.query({ where })).items.flatMap((item) => answerIn(item) ?? []);
    },
    async open(unit, after, limit) {
      const where = {
        text: "#pk = :pk AND #sk > :after",
        values: { pk: keyOf("RECEPTIONOPEN", unit), after: after === "" ? " " : after },
      };
      const page = await table.query({ where, limit });
      const keys = page.items.map(({ sk }) => {
        const [, hall = "", day = "", code = ""] = sk.split("#");
        return answerKey({ hall, day, code });
      });
      const next = page.next === undefined ? undefined : String(page.next.sk);
      return { answers: (await table.getMany(keys)).flatMap((item) => answerIn(item) ?? []), next };
    },
  };
}
