/** Files of a correction of records that was handed in already: what its applicant adds, and scans of what came. */
import { MOST_FILES } from "../attachment/attachment.ts";
import { actionsFor } from "../case/flow.ts";
import type { UploadOptions } from "../disclosure/disclosure.upload.service.ts";
import { openUploadsOf } from "../disclosure/disclosure.upload.service.ts";
import type { RectificationHead } from "./rectification.case.ts";
import { rectificationStanding } from "./rectification.case.ts";
import { rectificationFlow } from "./rectification.flow.ts";
import type { Rectifications } from "./rectification.service.ts";

export interface RectificationUploadOptions {
  readonly rectifications: Pick<Rectifications, "act" | "readForApplicant">;
  readonly attachments: UploadOptions["attachments"];
}

export const openRectificationUploads = ({ rectifications, attachments }: RectificationUploadOptions) =>
  openUploadsOf<RectificationHead>({
    attachments,
    act: rectifications.act,
    headOf: (actor) => rectifications.readForApplicant(actor.reference, actor),
    isOpen: (head, actor) =>
      actionsFor(rectificationFlow, rectificationStanding(head), actor).includes("attach"),
    mostFiles: () => MOST_FILES,
  });
