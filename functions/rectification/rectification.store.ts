/**
 * Where corrections of records are kept beside their events: `CASE#reference / RECTIFICATION` is the application, sealed
 * as a whole, because what is wrong and right about a person is personal itself; `SETTING#unit / RECTIFICATION` holds
 * the periods that a unit has set.
 */
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { RectificationApplication } from "./rectification.form.ts";
import type { Period } from "./rectification.period.ts";

export interface Periods {
  readonly periods: readonly Period[];
  readonly version: number;
}

export type RectificationStore = ReturnType<typeof openRectificationStore>;

export function openRectificationStore({ table, vault }: { readonly table: Table; readonly vault: Vault }) {
  const applicationKey = (reference: string): Key => ({
    pk: keyOf("CASE", reference),
    sk: "RECTIFICATION",
  });
  const settingKey = (unit: string): Key => ({ pk: keyOf("SETTING", unit), sk: "RECTIFICATION" });
  const context = (reference: string): string => `CASE ${reference} rectification`;

  return {
    applicationWrite: (reference: string, application: RectificationApplication): Write => ({
      kind: "put",
      key: applicationKey(reference),
      item: { schema: 1, application: vault.seal(JSON.stringify(application), context(reference)) },
      when: isNew,
    }),
    async readApplication(reference: string): Promise<RectificationApplication | undefined> {
      const item = await table.get(applicationKey(reference));
      if (item === undefined) return undefined;
      return JSON.parse(vault.open(String(item.application), context(reference))) as RectificationApplication;
    },
    async readPeriods(unit: string): Promise<Periods> {
      const item = await table.get(settingKey(unit));
      return {
        periods: (item?.periods as readonly Period[] | undefined) ?? [],
        version: Number(item?.version ?? 0),
      };
    },
    /** Raises `changed` when somebody else has set it since it was read. */
    periodsWrite: (
      unit: string,
      before: Periods,
      periods: readonly Period[],
      changed: () => Error,
    ): Write => ({
      kind: "put",
      key: settingKey(unit),
      item: { periods, version: before.version + 1 },
      when: before.version === 0 ? isNew : { text: "#version = :before", values: { before: before.version } },
      otherwise: changed,
    }),
  };
}
