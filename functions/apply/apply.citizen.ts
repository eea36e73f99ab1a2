/** A form that is asked one question a page, from its start page to the receipt: the same way for every kind of case. */
import { Hono } from "hono";
import type { CheckStepProps } from "../../web/pages/apply/check.tsx";
import type { FilesStepProps } from "../../web/pages/apply/files.tsx";
import type { StartStepProps } from "../../web/pages/apply/start.tsx";
import type { QuestionStepProps } from "../../web/pages/disclosure/question.tsx";
import type { View } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import type { DraftPage, openDraftsOf } from "../disclosure/disclosure.draft.service.ts";
import { valuesOf } from "../disclosure/disclosure.draft.ts";
import type { ApplicationValues } from "../disclosure/disclosure.pages.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { type Element, renderPage, seeOther } from "../kit/page.ts";
import type { DraftGate } from "./apply.draft.citizen.ts";
import { draftIdOf, keepDraftId } from "./apply.draft.citizen.ts";
import { filesRoutes } from "./apply.files.citizen.ts";
import { questionRoutes } from "./apply.question.citizen.ts";
import type { Way } from "./apply.way.ts";

export interface ReceiptProps<Receipt> {
  readonly view: View;
  readonly receipt: Receipt;
  readonly unit: { readonly name: string; readonly phone: string };
  /** The address under which it can be followed, as a QR code; it holds the number and never the code. */
  readonly qr: readonly (readonly boolean[])[];
}

/** What a form says of itself: its questions, its addresses, its pages and where it is handed in. */
export interface Form<
  Filled = unknown,
  Page extends DraftPage = DraftPage,
  Receipt extends { readonly reference: string; readonly unit: string } = {
    readonly reference: string;
    readonly unit: string;
  },
> extends DraftGate {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly drafts: ReturnType<typeof openDraftsOf<Filled, Page["id"]>>;
  readonly way: Way<Page["id"]>;
  readonly at: DraftGate["at"] & {
    apply(step: string): string;
    /** The page asked again from check-your-answers. */
    change(page: string): string;
    uploaded(upload?: string): string;
    removeFile(): string;
    progress(reference: string): string;
  };
  pageOf(id: string): Page | undefined;
  submit(sent: {
    application: Filled;
    attachments: readonly CaseFile[];
    lang: View["lang"];
    token: string;
  }): Promise<unknown>;
  receiptOf(token: string): Promise<Receipt | undefined>;
  /** Where to after a page, when it is not simply the next. */
  detour?(id: string, page: Page["id"], values: ApplicationValues): Promise<string | undefined>;
  readonly pages: {
    start(props: StartStepProps): Element;
    question(props: QuestionStepProps<Page>): Element;
    files(props: FilesStepProps): Element;
    check(props: Omit<CheckStepProps<never>, "answers"> & { values: ApplicationValues }): Element;
    receipt(props: ReceiptProps<Receipt>): Element;
  };
}

export function applyRoutes<
  Filled,
  Page extends DraftPage,
  Receipt extends { reference: string; unit: string },
>(form: Form<Filled, Page, Receipt>): Hono<AppEnv> {
  const { at, config, drafts, way, pages } = form;
  const app = new Hono<AppEnv>();

  const goOn = (draft: Parameters<typeof valuesOf>[0]): string =>
    at.apply(way.goOn(valuesOf(draft), drafts.context()));

  app.get(at.start(), async (context) => {
    const id = draftIdOf(context, form);
    const draft = id === undefined ? undefined : await drafts.read(id);
    const receipt = id === undefined || draft !== undefined ? undefined : await form.receiptOf(id);
    const unfinished = draft && goOn(draft);
    return renderPage(
      context,
      pages.start({ view: context.get("view"), unfinished, handedIn: receipt !== undefined }),
    );
  });

  /** Starting while there is a draft goes on with it, unless the person asked to begin again. */
  app.post(at.start(), async (context) => {
    const again = fieldOf(await readForm(context), "again") === "yes";
    const before = draftIdOf(context, form);
    const draft = before === undefined ? undefined : await drafts.read(before);
    if (draft !== undefined && !again) return seeOther(context, goOn(draft));
    if (before !== undefined && draft !== undefined) await drafts.discard(before);
    keepDraftId(context, form, await drafts.start());
    return seeOther(context, at.apply("applicant"));
  });

  app.get(at.receipt(), async (context) => {
    const { lang } = context.get("view");
    const id = draftIdOf(context, form);
    const receipt = id === undefined ? undefined : await form.receiptOf(id);
    if (receipt === undefined) return seeOther(context, at.start());
    const unit = config.units.find(({ code }) => code === receipt.unit);
    const { encode } = await import("uqr");
    const address = config.publicOrigin + at.progress(receipt.reference);
    return renderPage(
      context,
      pages.receipt({
        view: context.get("view"),
        receipt,
        unit: { name: unit?.name[lang] ?? receipt.unit, phone: unit?.phone ?? "" },
        qr: encode(address, { border: 2 }).data,
      }),
    );
  });

  app.route("/", filesRoutes(form));
  app.route("/", questionRoutes(form));
  return app;
}
