/** The office's pages, each role in a window of its own. */
import type { Page } from "@playwright/test";
import type { ChosenFile } from "./files.ts";
import { expect } from "./journey.ts";
import { Screen } from "./screen.ts";

export class Desk extends Screen {
  /** Through the demo issuer, as a person would. */
  static async signIn(page: Page, person: string): Promise<Desk> {
    const desk = new Desk(page);
    await page.goto("/office");
    await desk.assertLoaded("选择一位演示人员");
    await page.locator(`button[value="${person}"]`).click();
    await desk.assertLoaded(/待办$/);
    return desk;
  }

  /** Opens a case from the queue by its title, or by its number where several have the same one. */
  async openFromQueue(title: string): Promise<void> {
    await this.open("/office", /待办$/);
    await this.link(title).first().click();
    await this.assertLoaded(title);
  }

  async search(text: string): Promise<void> {
    await this.page.getByLabel("查找办件").fill(text);
    await this.button("查找").click();
  }

  async tickAndPress(button: string): Promise<void> {
    const form = this.page.locator("form").filter({ has: this.button(button) });
    await form.locator("input[name=tick]").check();
    await this.button(button).click();
  }

  done = (sentence: string): Promise<void> =>
    expect(this.page.locator(".govuk-notification-banner--success")).toContainText(sentence);

  async confirmReceipt(): Promise<void> {
    await this.tickAndPress("确认收到");
    await this.done("已确认收到");
  }

  async assignTo(name: string): Promise<void> {
    await this.field("承办人").selectOption({ label: name });
    await this.button("分派").click();
    await this.done("已分派");
  }

  async openProposal(): Promise<void> {
    await this.button(/拟写答复$/).click();
    await this.assertLoaded("拟写答复");
  }

  async writeProposal(outcome: string, reply: string): Promise<void> {
    await this.page.locator(`input[name=outcome][value=${outcome}]`).check();
    await this.field("答复内容").fill(reply);
  }

  async addFile(file: ChosenFile): Promise<void> {
    await this.button("添加附件").click();
    await this.assertLoaded("添加答复附件");
    await this.page.locator("input[type=file]").setInputFiles(file);
    await this.button("上传").click();
    await this.page.waitForURL(/done=fileAdded/);
    await this.assertLoaded("拟写答复");
  }

  /** Every box of the confidentiality review, and a reason for everything that leaves as it was found. */
  async reviewEach(): Promise<void> {
    for (const box of await this.page.locator(".review input[type=checkbox]").all()) await box.check();
    for (const reason of await this.page.locator(".review textarea").all())
      await reason.fill("已在原软件里逐页核对，没有不应公开的内容。");
  }

  async approve(): Promise<void> {
    await this.reviewEach();
    await this.tickAndPress("审核通过");
    await this.done("已审核通过");
  }

  async sendToReview(): Promise<void> {
    await this.reviewEach();
    await this.tickAndPress("提交审核");
    await this.done("等待审核");
  }
}
