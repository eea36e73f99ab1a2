/**
 * What a prefecture-level city published for 2025 (table 三), and as many requests, with their events, as make it. The
 * order of the columns is that of the form.
 */
import { applicantKinds } from "../../functions/disclosure/disclosure.applicant.ts";
import type { DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import { outcomeCodes } from "../../functions/disclosure/disclosure.outcome.ts";
import type { TableThree } from "../../functions/report/report.table.ts";
import { people, submission } from "../disclosure/support.ts";

export const CITY_YEAR = 2025;
const published: readonly (readonly number[])[] = [
  [13612, 252, 0, 45, 128, 32, 14069],
  [535, 6, 0, 1, 18, 0, 560],
  [5345, 129, 0, 41, 19, 14, 5548],
  [2120, 39, 0, 1, 6, 2, 2168],
  [13, 0, 0, 0, 0, 0, 13],
  [30, 0, 0, 0, 0, 0, 30],
  [11, 0, 0, 0, 0, 0, 11],
  [49, 2, 0, 0, 0, 0, 51],
  [103, 1, 0, 0, 0, 0, 104],
  [84, 1, 0, 0, 0, 0, 85],
  [282, 4, 0, 0, 0, 0, 286],
  [147, 0, 0, 0, 1, 2, 150],
  [3075, 50, 0, 0, 89, 8, 3222],
  [177, 3, 0, 0, 0, 0, 180],
  [19, 0, 0, 0, 0, 0, 19],
  [199, 1, 0, 0, 3, 0, 203],
  [147, 1, 0, 0, 0, 0, 148],
  [0, 0, 0, 0, 0, 0, 0],
  [100, 1, 0, 0, 0, 0, 101],
  [5, 0, 0, 0, 0, 0, 5],
  [315, 3, 0, 0, 0, 0, 318],
  [202, 0, 0, 1, 0, 0, 203],
  [941, 17, 0, 1, 3, 3, 965],
  [13364, 252, 0, 44, 121, 29, 13810],
  [783, 6, 0, 2, 25, 3, 819],
];

export const cityTable: TableThree = published.map(
  ([person, company, research, charity, legal_service, other_organisation, total]) =>
    ({
      person,
      company,
      research,
      charity,
      legal_service,
      other_organisation,
      total,
    }) as TableThree[number],
);

type Kind = (typeof applicantKinds)[number];
const at = (day: string) => `${day}T02:00:00.000Z`;
const staff = { kind: "staff", id: people.handler.id, name: people.handler.name, unit: "zfb" } as const;

/** The events of one request from its submission to its answer, if it got one. */
export function requestEvents(
  kind: Kind,
  receivedOn: string,
  answer?: { on: string; outcome: string },
): DisclosureEvent[] {
  const first = { ...submission, at: at(receivedOn), data: { ...submission.data, applicantKind: kind } };
  if (answer === undefined) return [first];
  const assignee = { id: people.handler.id, name: people.handler.name };
  const rest = [
    ["confirm_receipt", { on: receivedOn }],
    ["assign", { assignee }],
    ["propose", { outcome: answer.outcome, reply: "答复。", files: [] }],
    ["approve", {}],
    ["answer", { on: answer.on }],
  ].map(([action, data], index) => ({ n: index + 2, kind: action, at: at(answer.on), by: staff, data }));
  return [first, ...(rest as unknown as DisclosureEvent[])];
}

/** Every request of the city: what last year left first, then this year's; those that remain have no answer yet. */
export function* cityRequests(): Generator<DisclosureEvent[]> {
  for (const kind of applicantKinds) {
    const column = cityTable.map((row) => row[kind]);
    const [received = 0, carriedIn = 0] = column;
    const results = outcomeCodes.flatMap((code, index) =>
      Array.from({ length: column[index + 2] ?? 0 }, () => code),
    );
    for (let place = 0; place < received + carriedIn; place += 1) {
      const month = String((place % 12) + 1).padStart(2, "0");
      const receivedOn = place < carriedIn ? `2024-12-${(place % 20) + 10}` : `2025-${month}-10`;
      const on = place < carriedIn ? "2025-01-20" : `2025-${month}-28`;
      const outcome = results[place];
      yield requestEvents(kind, receivedOn, outcome === undefined ? undefined : { on, outcome });
    }
  }
}
