/** What is kept of a form: the text, and the names of what it leads to. */
import { dayOf } from "../calendar/calendar.day.ts";
import { invalid } from "../kit/problem.ts";
import { faultsOf } from "./gazette.check.ts";
import type { GazetteContent, GazetteForm, GazetteKind, GazetteLink } from "./gazette.ts";
import { gazetteFields, isGazetteId } from "./gazette.ts";
import type { GazetteParts } from "./gazette.write.service.ts";

export interface GazetteWritten {
  readonly id: string;
  readonly kind: GazetteKind;
  readonly form: GazetteForm;
}

export function openGazetteContent({
  store,
  clock,
  guides,
}: Pick<GazetteParts, "store" | "clock" | "guides">) {
  /** The names of what a text leads to. Throws 422 for what is not there or not public. */
  async function contentOf({ id, kind, form }: GazetteWritten): Promise<GazetteContent> {
    const faults = faultsOf(form, kind, dayOf(clock()));
    if (faults.length > 0) throw invalid(faults);
    const { guides: codes, successor: wanted, validity, validityNote, validUntil, ...rest } = form;
    const live = await guides.readManyLive(codes);
    const named = live.flatMap((guide): readonly GazetteLink[] =>
      guide === undefined || guide.state === "abolished"
        ? []
        : [{ id: guide.id, name: guide.guide.taskName }],
    );
    if (named.length < codes.length) throw invalid([{ field: "guides", code: "guides.unknown" }]);
    const successor = kind === "policy" && wanted !== undefined ? await policyOf(wanted, id) : undefined;
    const inForce = { validity: "in_force" };
    const ofPolicy = kind === "policy" ? { validity, validityNote, validUntil, successor } : inForce;
    return filled({ ...rest, ...ofPolicy, kind, guides: named });
  }

  async function policyOf(id: string, own: string): Promise<GazetteLink> {
    const found = isGazetteId(id) && id !== own ? await store.readLive(id) : undefined;
    if (found?.state !== "published" || found.kind !== "policy")
      throw invalid([{ field: "successor", code: "successor.unknown" }]);
    return { id, name: found.content.title };
  }

  return contentOf;
}

/** What was left empty is left out. */
const filled = (content: object): GazetteContent =>
  Object.fromEntries(
    Object.entries(content).filter(([, value]) => value !== undefined),
  ) as unknown as GazetteContent;

/** The engine gives the members of a map in any order. */
export const plain = (content: GazetteContent): string =>
  JSON.stringify(content, [...gazetteFields, "kind", "id", "name"]);
