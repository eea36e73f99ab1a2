import { describe, expect, test } from "vitest";
import { table } from "../../stacks/table.ts";
import { allows, bucketArn, onItem, roleOf, type Statement, statementsOf, tableArn } from "./policy.ts";
import { readRecording } from "./recording.ts";

const recording = readRecording("production");
const of = (name: string) => statementsOf(roleOf(recording, name));
const functions = ["citizen", "office", "api", "schedule", "stream"];

const actions = [
  "GetItem",
  "BatchGetItem",
  "Query",
  "PutItem",
  "UpdateItem",
  "ConditionCheckItem",
  "DeleteItem",
];
const may = (name: string, partition: string): string[] =>
  actions.filter((action) => allows(of(name), onItem(recording, action, `${partition}1`)));

const READ = ["GetItem", "BatchGetItem", "Query"];
const WRITE = ["PutItem", "UpdateItem", "ConditionCheckItem"];

describe("what a function may do with the items of a partition", () => {
  test.each([
    ["citizen", "CASE#", [...READ, ...WRITE]],
    ["citizen", "DRAFT#", [...READ, ...WRITE, "DeleteItem"]],
    ["citizen", "LOOKUP#", ["PutItem"]],
    ["citizen", "AUDIT#", ["PutItem"]],
    ["citizen", "SESSION#", []],
    ["citizen", "STAFF#", []],
    ["citizen", "OTHER#", []],
    ["office", "CASE#", [...READ, ...WRITE]],
    ["office", "SESSION#", [...READ, ...WRITE, "DeleteItem"]],
    ["office", "LOOKUP#", [...READ, "PutItem"]],
    ["office", "AUDIT#", [...READ, "PutItem"]],
    ["office", "DRAFT#", []],
    ["office", "LETTER#", [...READ, ...WRITE]],
    ["office", "REPORT#", [...READ, ...WRITE]],
    ["office", "FROZEN#", [...READ, "PutItem", "ConditionCheckItem"]],
    ["office", "COUNT#", READ],
    ["citizen", "LETTER#", []],
    ["citizen", "FROZEN#", []],
    ["stream", "COUNT#", [...READ, ...WRITE, "DeleteItem"]],
    ["stream", "REPORT#", []],
    ["schedule", "COUNT#", [...READ, ...WRITE, "DeleteItem"]],
    ["schedule", "DRAFT#", [...READ, "DeleteItem"]],
    ["schedule", "CASE#", [...READ, ...WRITE]],
    ["schedule", "AUDIT#", ["PutItem"]],
    ["schedule", "SESSION#", []],
    ["stream", "CASE#", [...READ, ...WRITE]],
    ["stream", "DRAFT#", []],
    ["citizen", "SEAT#", [...READ, "UpdateItem", "ConditionCheckItem"]],
    ["citizen", "BOOKING#", [...READ, ...WRITE]],
    ["citizen", "HALL#", READ],
    ["citizen", "SCHEDULE#", []],
    ["office", "SEAT#", [...READ, ...WRITE]],
    ["schedule", "SEAT#", [...READ, ...WRITE]],
    ["office", "HALLDRAFT#", [...READ, ...WRITE, "DeleteItem"]],
    ["schedule", "HALLDRAFT#", [...READ, "DeleteItem"]],
    ["citizen", "HALLDRAFT#", []],
    ["stream", "SEAT#", [...READ, "UpdateItem", "ConditionCheckItem"]],
    ["stream", "BOOKING#", [...READ, ...WRITE]],
    ["stream", "WAIT#", [...READ, ...WRITE, "DeleteItem"]],
    ["citizen", "WAIT#", [...READ, ...WRITE, "DeleteItem"]],
    // Lots are drawn by the clock: who is drawn gets an offer, the others stay in line.
    ["schedule", "WAIT#", [...READ, ...WRITE, "DeleteItem"]],
    ["schedule", "RELEASE#", [...READ, ...WRITE]],
    ["stream", "NOTICE#", [...READ, ...WRITE]],
    ["citizen", "NOTICE#", []],
    ["office", "NOTICE#", [...READ, ...WRITE]],
    ["stream", "AVAILABILITY#", ["UpdateItem", "ConditionCheckItem"]],
  ])("%s on %s", (name, partition, expected) => {
    expect(may(name, partition).toSorted()).toEqual(expected.toSorted());
  });

  test("nobody deletes a case, and nobody changes or deletes an audit entry", () => {
    for (const name of functions) {
      expect(may(name, "CASE#"), name).not.toContain("DeleteItem");
      expect(may(name, "AUDIT#"), name).not.toEqual(expect.arrayContaining(["UpdateItem"]));
      expect(may(name, "AUDIT#"), name).not.toContain("DeleteItem");
    }
  });

  test("nobody deletes a seat, a booking or a hall", () => {
    for (const name of functions)
      for (const partition of ["SEAT#", "BOOKING#", "HALL#", "GUARD#"])
        expect(may(name, partition), name).not.toContain("DeleteItem");
  });

  test("a batch that also names a foreign partition is refused as a whole", () => {
    const mixed = {
      ...onItem(recording, "BatchGetItem", ""),
      context: { "dynamodb:LeadingKeys": ["CASE#1", "STAFF#1"] },
    };
    expect(allows(of("citizen"), mixed)).toBe(false);
    expect(allows(of("office"), mixed)).toBe(true);
  });

  test("a transaction may put into several partitions at once", () => {
    const keys = ["CASE#1", "AUDIT#case#1", "LOOKUP#u#name#h", "IDEMPOTENCY#t"];
    const request = { ...onItem(recording, "PutItem", ""), context: { "dynamodb:LeadingKeys": keys } };
    expect(["citizen", "api", "stream"].map((name) => allows(of(name), request))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("a request without a key is refused, and so is a scan", () => {
    for (const name of functions) {
      for (const action of ["Query", "Scan", "GetItem", "PartiQLSelect", "DeleteTable", "UpdateTable"]) {
        const request = { action: `dynamodb:${action}`, resource: tableArn(recording) };
        expect(allows(of(name), request), `${name} ${action}`).toBe(false);
      }
    }
  });
});

test("only office and api query the queues; the schedule sees what is due", () => {
  const indexes = Object.keys(table.indexes);
  const queries = (name: string) =>
    indexes.filter((index) =>
      allows(of(name), {
        action: "dynamodb:Query",
        resource: `${tableArn(recording)}/index/${index}`,
        context: { "dynamodb:LeadingKeys": ["u1"] },
      }),
    );
  expect(Object.fromEntries(functions.map((name) => [name, queries(name)]))).toEqual({
    citizen: [],
    office: indexes,
    api: indexes,
    schedule: ["byUnit", "byWork"],
    // All that citizens can read, for an index that is made anew.
    stream: ["byStep"],
  });
});

test("the search index is read by who answers, and changed by who publishes", () => {
  const may = (name: string) =>
    ["GetObject", "PutObject", "DeleteObject", "DeleteObjectVersion"].filter((action) =>
      allows(of(name), {
        action: `s3:${action}`,
        resource: `${bucketArn(recording)}/index/guides/manifest.json`,
      }),
    );
  expect(Object.fromEntries(functions.map((name) => [name, may(name)]))).toEqual({
    citizen: ["GetObject"],
    office: ["GetObject"],
    api: ["GetObject"],
    schedule: [],
    stream: ["GetObject", "PutObject", "DeleteObject"],
  });
});

test("attachments lie in two folders, and no version of one is ever destroyed", () => {
  const on = (name: string, action: string, key: string) =>
    allows(of(name), { action: `s3:${action}`, resource: `${bucketArn(recording)}/${key}` });
  for (const name of functions) {
    const handles = ["citizen", "office", "api"].includes(name);
    for (const key of ["incoming/a", "kept/a"]) {
      expect(on(name, "GetObject", key), name).toBe(handles);
      expect(on(name, "PutObject", key), name).toBe(handles);
      expect(on(name, "DeleteObject", key), name).toBe(handles || key === "kept/a");
      expect(on(name, "DeleteObjectVersion", key), name).toBe(false);
      expect(on(name, "GetObjectVersion", key), name).toBe(false);
    }
    expect(on(name, "GetObject", "elsewhere/a"), name).toBe(false);
    expect(on(name, "DeleteObject", "elsewhere/a"), name).toBe(false);
    const list = { action: "s3:ListBucket", resource: bucketArn(recording) };
    expect(allows(of(name), list), name).toBe(false);
  }
});

test("letters are read by the office, the API and the citizens' pages, templates and bundles by the office and the API, and all stay", () => {
  const on = (name: string, action: string, key: string) =>
    allows(of(name), { action: `s3:${action}`, resource: `${bucketArn(recording)}/${key}` });
  for (const name of functions)
    for (const key of ["letters/a", "templates/a", "bundles/a"]) {
      const mayRead = ["office", "api"].includes(name) || (name === "citizen" && key === "letters/a");
      const mayWrite = name === "office" || (name === "api" && key !== "templates/a");
      expect(on(name, "GetObject", key), name).toBe(mayRead);
      expect(on(name, "PutObject", key), name).toBe(mayWrite);
      expect(on(name, "DeleteObject", key), name).toBe(false);
    }
});

test("the data key can be used for opening and for nothing else", () => {
  const grants = functions.flatMap((name) =>
    of(name).filter(({ Action }) => Action.some((a) => a.startsWith("kms:"))),
  );
  for (const { Action, Resource } of grants) {
    expect(Action).toEqual(["kms:Decrypt"]);
    expect(Resource).toEqual(["arn:aws:kms:ap-east-1:123456789012:key/DataKey"]);
  }
});

test("each function writes to its own log only", () => {
  for (const name of functions) {
    const logs = of(name).filter(({ Action }: Statement) =>
      Action.some((action) => action.startsWith("logs:")),
    );
    expect(logs.flatMap(({ Resource }) => Resource)).toEqual([
      expect.stringMatching(new RegExp(`:Log-${name}:\\*$`)),
    ]);
  }
});
