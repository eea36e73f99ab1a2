/** A citizen's pages: the form of a request, its files, its receipt. */
import type { ChosenFile } from "./files.ts";
import { expect } from "./journey.ts";
import { runsScripts, Screen } from "./screen.ts";

/** What somebody answers, question by question; texts are what stands on the page. */
export const answers = {
  name: "张三丰",
  identityNumber: "11010119900307002X",
  unit: "示范县人民政府办公室",
  title: "2025 年老旧小区改造项目清单",
  description: "县城区 2025 年老旧小区改造的项目名称、地址和完成时间。",
  phone: "13812345678",
} as const;
export type Answers = { readonly [Name in keyof typeof answers]: string };

export interface Receipt {
  readonly reference: string;
  readonly queryCode: string;
}

export class ApplicationForm extends Screen {
  async start(): Promise<void> {
    await this.open("/disclosure", "申请公开政府信息");
    await this.button("开始申请").click();
  }

  /** "保存并继续" from the question with this heading, which is looked at first. */
  async answer(heading: string, fill: () => Promise<void>): Promise<void> {
    await this.assertLoaded(heading);
    await fill();
    await this.next();
  }

  next = (): Promise<void> => this.button("保存并继续").click();

  /** From the first question to the page of the files. */
  async answerAll(changes: Partial<Answers> = {}): Promise<void> {
    const given = { ...answers, ...changes };
    await this.answer("谁来申请？", () => this.field("个人").check());
    await this.answer("您的姓名", () => this.page.locator("#name").fill(given.name));
    await this.answer("身份证明", async () => {
      await this.field("居民身份证").check();
      await this.field("证件号码").fill(given.identityNumber);
    });
    await this.answer("向哪个单位申请？", () => this.field(given.unit).check());
    await this.answer("您要什么信息？", async () => {
      await this.field("信息的名称").fill(given.title);
      await this.field("具体描述").fill(given.description);
    });
    await this.goOnPastHints();
    await this.answer("怎样把信息给您？", async () => {
      await this.field("电子文件").check();
      await this.field("在本网站查看下载").check();
    });
    await this.answer("怎样联系您？", () => this.field("手机或电话").fill(given.phone));
    await this.assertLoaded("要附上文件吗？");
  }

  /** What other journeys publish at the same time may be alike to what is asked for here, and is shown once. */
  async goOnPastHints(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).not.toHaveText("您要什么信息？");
    if (/\/before$/.test(this.page.url())) await this.button("没有，继续申请").click();
  }

  /** Without scripts the page sends a file when its button is pressed, with them as soon as it is chosen. */
  async upload(file: ChosenFile): Promise<void> {
    const scripted = await runsScripts(this.page);
    const arrived = this.page.waitForEvent("load");
    await this.page.locator("input[type=file]").setInputFiles(file);
    if (!scripted) await this.button("上传这个文件").click();
    await arrived;
    await expect(this.page).toHaveURL(/\/attachments$/);
  }

  toCheck = (): Promise<void> => this.button("下一步").click();

  async handIn(): Promise<Receipt> {
    await this.assertLoaded("请核对后提交");
    await this.button("提交申请").click();
    await this.assertLoaded("申请已提交");
    return this.receipt();
  }

  /** As the citizen copies it: in groups of four, with spaces. */
  async receipt(): Promise<Receipt> {
    const [reference = "", queryCode = ""] = await this.page.locator(".copyable__value").allTextContents();
    expect(reference.replaceAll(" ", "")).toMatch(/^\d{6}G\d{11}[0-9A-Z]$/);
    expect(queryCode.replaceAll(" ", "")).toMatch(/^[0-9A-Z]{8}$/);
    return { reference, queryCode };
  }
}

/** Following a case. */
export class ProgressScreen extends Screen {
  async ask(reference: string, proof: { readonly code?: string; readonly phone?: string }): Promise<void> {
    await this.open("/progress", "进度查询");
    await this.field("编号").fill(reference);
    await this.field("查询码").fill(proof.code ?? "");
    await this.field("手机尾号").fill(proof.phone ?? "");
    await this.button("查询").click();
  }
}
