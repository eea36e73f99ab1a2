/** A citizen's pages of bookings. */
import { expect } from "./journey.ts";
import { Screen } from "./screen.ts";

export interface Visitor {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
}

/** An identity that is nobody's: the check digit is right, the rest is drawn anew in each run. */
export function somebody(): Visitor {
  const body = `65990119900307${String(Math.floor(Math.random() * 1000)).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return { name: "陈晓明", identityNumber: body + "10X98765432".charAt(sum % 11), phone: "13800001234" };
}

export class BookingScreen extends Screen {
  /** The halls are published after the stack is ready, and counted after that. */
  async openDays(service: string): Promise<void> {
    await expect(async () => {
      await this.page.goto("/bookings");
      await this.link(service).click({ timeout: 1000 });
      await expect(this.page.locator("table a")).not.toHaveCount(0, { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await this.assertLoaded("哪一天去？");
  }

  /** The second day that is open, so that nothing is over while a journey is on its way; then a time of it. */
  async chooseTime(place: "first" | "last"): Promise<string> {
    await this.page.locator("table a").nth(1).click();
    await this.assertLoaded(/几点/);
    const slot = this.page.locator("a.slots__slot")[place]();
    const time = (await slot.locator(".slots__time").textContent()) ?? "";
    await slot.click();
    return time;
  }

  async fill({ name, identityNumber, phone }: Visitor): Promise<void> {
    await this.field("办事人姓名").fill(name);
    await this.field("证件号码").fill(identityNumber);
    await this.field("手机").fill(phone);
    await this.button("下一步：核对").click();
  }

  async code(): Promise<string> {
    const code = (await this.page.locator(".copyable__value").textContent()) ?? "";
    expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{3}$/);
    return code;
  }

  async find(code: string, phone: string): Promise<void> {
    await this.open("/bookings/find", "查询预约");
    await this.field("预约号").fill(code);
    await this.field("手机后四位").fill(phone);
    await this.button("查询").click();
  }
}
