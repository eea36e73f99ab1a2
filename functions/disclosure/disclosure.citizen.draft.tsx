/** What the form of a disclosure request needs, and the gate of its drafts. */
import { DraftExpiredPage } from "../../web/pages/disclosure/expired.tsx";
import { paths } from "../../web/paths.ts";
import type { DraftGate } from "../apply/apply.draft.citizen.ts";
import type { Config } from "../kit/config.ts";
import type { Log } from "../kit/log.ts";
import type { Drafts } from "./disclosure.draft.service.ts";
import type { requestIn } from "./disclosure.pages.ts";
import type { Disclosure } from "./disclosure.service.ts";

export interface DisclosureCitizenServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly drafts: Drafts;
  readonly disclosure: Pick<Disclosure, "submit" | "receiptOf">;
  readonly log: Pick<Log, "error">;
  /** What is shown between two questions; built when the first request has been described. */
  readonly before: () => Promise<BeforeHandingIn>;
}

/** What the form needs of what is public already. */
export interface BeforeHandingIn {
  /** Whether there is something to be shown for this draft; that it is shown is counted. */
  isToBeShown(draft: string, request: ReturnType<typeof requestIn>): Promise<boolean>;
}

export const disclosureGate = (
  disclosure: Pick<DisclosureCitizenServices["disclosure"], "receiptOf">,
): DraftGate => ({
  cookie: "__Host-draft",
  at: { start: paths.disclosure, receipt: paths.disclosureReceipt },
  isHandedIn: async (id) => (await disclosure.receiptOf(id)) !== undefined,
  expired: (view) => <DraftExpiredPage view={view} />,
});
