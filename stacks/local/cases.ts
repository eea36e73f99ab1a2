/** Every case of a table, one after the other, as a command beside it may read them and no function may. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { StoredEvent } from "../../functions/case/case.chain.ts";
import type { FoundTable } from "./table.ts";

export interface RawCase {
  readonly reference: string;
  /** The stored head, whatever kind of case it is of. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly events: readonly StoredEvent[];
}

type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** A scan gives the items of one partition together, in the order of their sort keys: the events, then the head. */
export async function* allCases({ documents, name }: FoundTable): AsyncGenerator<RawCase> {
  let group: Item[] = [];
  for await (const item of caseItems({ documents, name })) {
    const before = group[0];
    if (before !== undefined && before.pk !== item.pk) {
      yield* caseOf(group);
      group = [];
    }
    group.push(item);
  }
  yield* caseOf(group);
}

async function* caseItems({ documents, name }: Pick<FoundTable, "documents" | "name">): AsyncGenerator<Item> {
  let after: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        FilterExpression: "begins_with(#pk, :case) AND (#sk = :head OR begins_with(#sk, :event))",
        ExpressionAttributeNames: { "#pk": "pk", "#sk": "sk" },
        ExpressionAttributeValues: { ":case": "CASE#", ":head": "HEAD", ":event": "EVENT#" },
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    yield* (page.Items ?? []) as Item[];
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
}

function* caseOf(items: readonly Item[]): Generator<RawCase> {
  const head = items.find(({ sk }) => sk === "HEAD");
  const [first] = items;
  if (first === undefined) return;
  yield {
    reference: first.pk.slice("CASE#".length),
    head: (head?.head as RawCase["head"]) ?? {},
    events: items.filter((item) => item !== head) as unknown as StoredEvent[],
  };
}

export const isDisclosure = ({ head }: RawCase): boolean =>
  (head.flow as { readonly id?: unknown } | undefined)?.id === "disclosure";
