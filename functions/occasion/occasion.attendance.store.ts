/** Where counts of attendance are kept: `ATTENDANCE#hall / day#occasion`, so that those of a year are one query. */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Attendance } from "./occasion.attendance.ts";
import { attendanceSchema } from "./occasion.attendance.ts";

/** The next version of a count, the first being 1; raises 409 `attendance_changed` when somebody else was first. */
export const saveAttendanceWrite = (one: Attendance): Write => ({
  kind: "put",
  key: { pk: keyOf("ATTENDANCE", one.hall), sk: keyOf(one.day, one.occasion) },
  item: { attendance: one, version: one.version },
  when: one.version === 1 ? isNew : { text: "#version = :before", values: { before: one.version - 1 } },
  otherwise: () => conflict("attendance_changed"),
});

export interface AttendanceStore {
  /** In order; both ends included. */
  between(hall: string, from: Day, to: Day): Promise<readonly Attendance[]>;
}

export const openAttendanceStore = (table: Table): AttendanceStore => ({
  async between(hall, from, to) {
    const where = {
      text: "#pk = :pk AND #sk BETWEEN :from AND :to",
      values: { pk: keyOf("ATTENDANCE", hall), from, to: `${to}~` },
    };
    const { items } = await table.query({ where });
    return items.map(({ attendance }) => v.parse(attendanceSchema, attendance));
  },
});
