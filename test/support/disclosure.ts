/** The real disclosure service on the real engine, with clock and chance held still. */
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { openLookupStore } from "../../functions/case/case.lookup.ts";
import type { DisclosureOptions } from "../../functions/disclosure/disclosure.parts.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { openDisclosure } from "../../functions/disclosure/disclosure.service.ts";
import type { Table } from "../../functions/kit/table.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import { rectificationsOf } from "../../functions/wiring.rectification.ts";
import { people } from "../disclosure/support.ts";
import { clockAt, seededRandom, testVault } from "./world.ts";

export function disclosureOn(table: Table, changes: Partial<DisclosureOptions> = {}) {
  const clock = clockAt("2026-03-02T02:00:00.000Z");
  const random = seededRandom(`disclosure ${Math.random()}`);
  const vault = testVault();
  const audit = openAuditStore(table, random);
  const directory = Object.values(people).flatMap((person) => ("roles" in person ? [person] : []));
  const options: DisclosureOptions = {
    table,
    vault,
    clock: clock.now,
    random,
    calendar: chinaCalendar(),
    audit,
    notices: openNoticeStore(table),
    lookups: openLookupStore(table, vault),
    regionCode: "440305",
    units: ["zfb", "zrzy", "dxx"],
    findStaff: async (unit, id) => directory.find((person) => person.unit === unit && person.id === id),
    otherCards: async (references, unit) =>
      references.length === 0 ? [] : rectifications().cardsOf(references, unit),
    checkFile: async (_reference, { id }) => ({ file: id, findings: [] }),
    ...changes,
  };
  const disclosure = openDisclosure(options);
  const rectifications = () => rectificationsOf({ parts: partsOf(options), disclosure });
  return { disclosure, clock, vault, audit, options };
}
