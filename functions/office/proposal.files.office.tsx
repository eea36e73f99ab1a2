/** `/office/cases/<number>/proposal/files`: the files of an answer. */
import type { Context } from "hono";
import { officeCopy } from "../../web/copy/office.ts";
import { OneFilePage } from "../../web/pages/office/one-file.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { acceptedReplyTypes, MAX_SIZE_BYTES } from "../attachment/attachment.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { personOf } from "./office.person.ts";
import type { Proposals } from "./proposal.service.ts";
import { MOST_REPLY_FILES } from "./proposal.ts";

export interface ProposalFilesServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly proposals: Proposals;
}

/** The form for one file; the bucket sends the browser back here with the id of what it posted. */
export async function proposalFiles(
  services: ProposalFilesServices,
  context: Context<OfficeEnv>,
): Promise<Response> {
  const { proposals, config } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const reference = context.req.param("reference") ?? "";
  const { head } = await proposals.open(reference, staff);
  const uploadId = context.req.query("upload");
  const error = uploadId === undefined ? undefined : await proposals.addFile(head, staff, uploadId);
  if (uploadId !== undefined && error === undefined)
    return seeOther(context, withQuery(paths.officeProposal(reference), { done: "fileAdded" }));
  const draft = await proposals.draftOf(head, staff);
  const full = draft.files.length >= MOST_REPLY_FILES;
  const next = (id: string) => paths.officeProposalFiles(reference, id);
  const offer = full
    ? undefined
    : await proposals.offer(reference, staff, (id) => config.publicOrigin + next(id));
  const { upload, errors } = officeCopy(view.lang).action;
  return renderPage(
    context,
    <OneFilePage
      view={{ ...view, path: paths.officeProposalFiles(reference) }}
      person={personOf(config, staff, view.lang)}
      current="queue"
      back={paths.officeProposal(reference)}
      words={upload}
      sentences={errors}
      most={MOST_REPLY_FILES}
      error={error}
      offer={
        offer && {
          form: offer.form,
          next: next(offer.uploadId),
          accept: acceptedReplyTypes.join(","),
          maxBytes: MAX_SIZE_BYTES,
        }
      }
    />,
    error === undefined ? 200 : 422,
  );
}
