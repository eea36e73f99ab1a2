/** Who may see a booking: guessing the telephone of a code leads nowhere, and shuts out nobody who knows it. */
import { describe, expect, test } from "vitest";
import { readShownPhone } from "../../functions/booking/booking.code.ts";
import { openBookingProof } from "../../functions/booking/booking.proof.service.ts";
import { phoneTries } from "../../functions/booking/booking.tries.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, requestOf } from "./desk.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const OWNER = "198.51.100.7";
const WHOLE = { phone4: "1234", whole: "13800001234" };
const wrongDigits = (n: number) => String(2000 + n);

/** A booking under 13800001234, and trying to open it from an address. */
async function rig() {
  const desk = deskOn(engine.table);
  const hall = await desk.publish();
  const { booking } = await desk.bookings.book(requestOf(hall));
  const { clock, parts } = desk;
  const proof = openBookingProof({ table: engine.table, vault: parts.vault, clock: clock.now });
  const open = (shown: { phone4: string; whole?: string }, address: string) =>
    proof.prove({ code: booking.code, ...shown }, address);
  const codeOf = async (shown: { phone4: string; whole?: string }, address: string) =>
    open(shown, address).then(
      () => "open",
      (error) => error.code,
    );
  return { clock, open, codeOf, code: booking.code };
}
type Rig = Awaited<ReturnType<typeof rig>>;

/** Somebody with many machines who uses up all tries at the last four digits. */
async function guess({ codeOf }: Rig) {
  const answers: string[] = [];
  for (let n = 0; n < 40; n += 1)
    answers.push(await codeOf({ phone4: wrongDigits(n) }, `203.0.113.${Math.floor(n / 4)}`));
  return answers;
}

describe("guessing at the last four digits", () => {
  test("from one address stops after five, for that address alone", async () => {
    const one = await rig();
    for (let n = 0; n < 5; n += 1)
      expect(await one.codeOf({ phone4: wrongDigits(n) }, "guess")).toBe("booking_not_found");
    const stopped = await refused(one.open({ phone4: "1234" }, "guess"));
    expect(stopped).toMatchObject({ status: 429, code: "too_many_tries", members: { whole: true } });
    expect(stopped.retryAfterSeconds).toBeGreaterThan(800);
    expect(await one.codeOf({ phone4: "1234" }, OWNER)).toBe("open");
    // The same network as the guesser's, such as that of a hall, does not keep out who knows the whole number.
    expect(await one.codeOf(WHOLE, "guess")).toBe("open");
    one.clock.pass(phoneTries.here.seconds);
    expect(await one.codeOf({ phone4: "1234" }, "guess")).toBe("open");
  });

  test("from many addresses gets twenty tries in thirty days, and leaves the whole number to its person", async () => {
    const one = await rig();
    const answers = await guess(one);
    expect(answers.filter((code) => code === "booking_not_found")).toHaveLength(phoneTries.everywhere.most);
    expect(answers.slice(20).every((code) => code === "too_many_tries")).toBe(true);
    expect(await refused(one.open({ phone4: "1234" }, OWNER))).toMatchObject({ members: { whole: true } });
    expect(await one.codeOf(WHOLE, OWNER)).toBe("open");
    expect(await one.codeOf(WHOLE, OWNER)).toBe("open");
    one.clock.pass(29 * 24 * 3600);
    expect(await one.codeOf({ phone4: "1234" }, OWNER)).toBe("too_many_tries");
    one.clock.pass(24 * 3600 + 1);
    expect(await one.codeOf({ phone4: "1234" }, OWNER)).toBe("open");
  });

  test("all at once gets no more than that", async () => {
    const one = await rig();
    const all = Array.from({ length: 60 }, (_, n) =>
      one.codeOf({ phone4: wrongDigits(n) }, `203.0.113.${n % 20}`),
    );
    const looked = (await Promise.all(all)).filter((code) => code === "booking_not_found");
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.length).toBeLessThanOrEqual(phoneTries.everywhere.most);
  });

  test("of a code that is not there is counted and answered alike", async () => {
    const one = await rig();
    const nobody = (phone4: string) => one.codeOf({ phone4, code: "00000000000" } as never, "guess");
    for (let n = 0; n < 5; n += 1) expect(await nobody(wrongDigits(n))).toBe("booking_not_found");
    expect(await nobody("1234")).toBe("too_many_tries");
  });
});

describe("the whole number", () => {
  test("must be right in all its digits, and is counted by address: ten tries a day", async () => {
    const one = await rig();
    for (let n = 0; n < phoneTries.whole.most; n += 1) {
      const whole = `1390000${n % 2 === 0 ? "1234" : wrongDigits(n)}`;
      expect(await one.codeOf({ phone4: whole.slice(-4), whole }, "guess")).toBe("booking_not_found");
    }
    expect(await refused(one.open(WHOLE, "guess"))).toMatchObject({
      code: "too_many_tries",
      members: { whole: false },
    });
    expect(await one.codeOf(WHOLE, OWNER)).toBe("open");
    expect(await one.codeOf({ phone4: "1234" }, OWNER)).toBe("open");
  });

  test.each([
    ["13800001234", WHOLE],
    ["+86 138-0000-1234", WHOLE],
    ["1234", { phone4: "1234" }],
    ["０５７１－８８８８１２３４", { phone4: "1234", whole: "0571-88881234" }],
    // Without its area code nobody can say that it is all of it.
    ["88881234", { phone4: "1234" }],
    ["12", undefined],
  ])("is read from %s", (typed, shown) => {
    expect(readShownPhone(typed)).toEqual(shown);
  });
});
