/** Scans of what came on paper: the form for one, and what the bucket sends the browser back with. */
import type { Context } from "hono";
import type { IntakeScansProps } from "../../web/pages/office/intake-scans.tsx";
import { IntakeScansPage } from "../../web/pages/office/intake-scans.tsx";
import { withQuery } from "../../web/paths.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { acceptedTypes, MAX_SIZE_BYTES } from "../attachment/attachment.ts";
import type { CaseUploads } from "../disclosure/disclosure.upload.service.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "./office.person.ts";

export interface ScanDesk {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly uploads: Pick<CaseUploads, "scan" | "offerScan">;
  /** The case, for who may add a scan to it. */
  readonly head: { readonly reference: string; readonly attachments: readonly CaseFile[] };
  at(reference: string, upload?: string): string;
  readonly shown: Pick<IntakeScansProps, "words" | "hrefOf">;
}

/** What is wrong with a file or the case, as a code; undefined when nothing is. */
const codeOf = (trying: Promise<unknown>): Promise<string | undefined> =>
  trying.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      return error.code;
    },
  );

export async function showScans(context: Context<OfficeEnv>, desk: ScanDesk): Promise<Response> {
  const { config, uploads, head, at, shown } = desk;
  const { reference } = head;
  const staff = context.get("staff");
  const view = context.get("view");
  const posted = context.req.query("upload");
  const error = posted === undefined ? undefined : await codeOf(uploads.scan(reference, posted, staff));
  if (posted !== undefined && error === undefined)
    return seeOther(context, withQuery(at(reference), { done: "received" }));
  const next = (upload: string) => at(reference, upload);
  const offer = await uploads.offerScan(reference, (upload) => config.publicOrigin + next(upload));
  return renderPage(
    context,
    <IntakeScansPage
      {...shown}
      view={{ ...view, path: at(reference) }}
      person={personOf(config, staff, view.lang)}
      reference={reference}
      files={head.attachments}
      error={error}
      received={context.req.query("done") === "received"}
      offer={{
        form: offer.form,
        next: next(offer.uploadId),
        accept: acceptedTypes.join(","),
        maxBytes: MAX_SIZE_BYTES,
      }}
    />,
    error === undefined ? 200 : 422,
  );
}
