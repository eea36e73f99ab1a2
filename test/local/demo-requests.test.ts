import { describe, expect, test } from "vitest";
import { detectKind } from "../../functions/attachment/attachment.type.ts";
import { outcomeOf } from "../../functions/disclosure/disclosure.outcome.ts";
import { validateApplication } from "../../functions/disclosure/disclosure.ts";
import { demoRequests } from "../../stacks/local/demo-requests.ts";
import { formIn } from "../../stacks/local/demo-visitor.ts";
import { people, roles } from "../../stacks/local/people.ts";
import { units } from "../../stacks/local/units.ts";

describe("the requests", () => {
  test.each(demoRequests)("$key is an application that passes every check", ({ application, turns }) => {
    const context = { today: "2026-03-02", units: units.map(({ code }) => code) };
    expect(validateApplication(application, context)).toMatchObject({ ok: true });
    for (const turn of turns) if (turn.act === "propose") expect(outcomeOf(turn.outcome)).toBeDefined();
  });

  test("nobody has their numbers, and no two are the same", () => {
    const numbers = demoRequests.map(({ application }) => application.identityNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^(..)?659901/);
    for (const { application } of demoRequests)
      expect(application.email ?? "x@example.com").toMatch(/example\.com$/);
  });

  test("their files are what they say", async () => {
    const turns = demoRequests.flatMap((request) => request.turns);
    const replies = turns.flatMap((turn) => (turn.act === "propose" && turn.file ? [turn.file] : []));
    const files = [...demoRequests.flatMap(({ file }) => file ?? []), ...replies];
    expect(files).toHaveLength(3);
    for (const { name, bytes } of files)
      expect([name, await detectKind(bytes())]).toEqual([name, name.split(".").at(-1)]);
  });

  test("every unit has hours, somebody to take in, to handle and to review, and nobody reviews alone", () => {
    for (const { code, hours } of units) {
      expect(hours.zh && hours.en).not.toBe("");
      const colleagues = people.filter(({ unit }) => unit === code);
      for (const role of ["clerk", "handler", "reviewer"] as const)
        expect(colleagues.filter((person) => person.roles.includes(role))).toHaveLength(1);
      expect(colleagues.find((person) => person.roles.includes("reviewer"))?.roles).toEqual(["reviewer"]);
    }
    for (const { code } of units.slice(0, 2))
      expect(people.filter(({ unit }) => unit === code).flatMap((person) => person.roles)).toEqual(roles);
    expect(people.map(({ unit }) => unit).filter((unit) => !units.some(({ code }) => code === unit))).toEqual(
      [],
    );
  });

  test("no two units share a phone, and every phone is an invented one", () => {
    const phones = units.map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(units.length);
    for (const phone of phones) expect(phone).toMatch(/^0999-5550\d{3}$/);
  });
});

test("a form is read as a browser sends it", () => {
  const html = `<form action="/a"><input name="x" value="1"></form>
<form method="post" action="/b?c=1&amp;d=2"><input type="hidden" name="version" value="3"/>
<input type="checkbox" name="tick" value="yes"/><input name="on-day" value="&quot;7&#39;"/><button name="intent"></button></form>`;
  expect(formIn(html, /action="\/b/)).toEqual({
    action: "/b?c=1&d=2",
    fields: { version: "3", "on-day": "\"7'" },
  });
  expect(formIn(html, /action="\/c/)).toBeUndefined();
});
