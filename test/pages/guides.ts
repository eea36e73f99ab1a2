/** Guides that have come as far as a page needs them to, before somebody of their office. */
import { national } from "../../functions/guide/guide.dictionary.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { people } from "../disclosure/support.ts";
import { freshGuide } from "../guide/desk.ts";
import type { Apps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import type { Arrival } from "./arrivals.ts";

/** `bare` lacks what is required; `review` is a change of what citizens read. */
export type GuideStep =
  | "draft"
  | "bare"
  | "returned"
  | "review"
  | "waiting"
  | "published"
  | "paused"
  | "abolished";

interface Ground {
  /** What people write, wherever they can write something. */
  readonly text: string;
  readonly seat: (staff: Staff) => Promise<Browser>;
}

const bare = { duty: undefined, results: [], places: [], linkWay: [{ number: "?" }], steps: [] };

/** Every word of a guide that its office writes. */
const said = (text: string): Partial<Guide> => ({
  taskName: text,
  deptName: text,
  aliases: [text],
  duty: text,
  byLaw: text,
  acceptCondition: text,
  steps: [{ name: text, limit: { day: 1, type: "working" } }],
  materials: [
    { materialName: text, sourceType: national("sourceType", "20"), isNeed: national("isNeed", "1") },
  ],
  results: [{ name: text, type: national("resultType", "10") }],
  places: [{ address: text, hours: text }],
  questions: [{ question: text, answer: text }],
  topics: [text],
});

export function openGuideArrivals(
  apps: Pick<Apps, "guides" | "guideReports" | "wording" | "searchLog">,
  { text, seat }: Ground,
) {
  const { clerk, reviewer } = people;

  async function written(change: object = {}): Promise<string> {
    const sample = { ...freshGuide(said(text)), ...change };
    const guide = Object.fromEntries(
      Object.entries(sample).filter(([, value]) => value !== undefined),
    ) as Guide;
    return (await apps.guides.startDraft({ guide, actor: clerk })).id;
  }
  const handIn = (id: string) => apps.guides.act({ id, action: "hand_in", actor: clerk });
  const approve = (id: string) => apps.guides.act({ id, action: "approve", actor: reviewer });

  async function standing(step: GuideStep): Promise<string> {
    const change = step === "bare" ? bare : step === "waiting" ? { planEffectiveDate: "2099-01-01" } : {};
    const id = await written(change);
    if (step === "draft" || step === "bare") return id;
    await handIn(id);
    if (step === "returned") {
      await apps.guides.act({ id, action: "return", actor: reviewer, reason: text });
      return id;
    }
    await approve(id);
    if (step === "paused") await apps.guides.act({ id, action: "pause", actor: reviewer, reason: text });
    if (step === "abolished") await apps.guides.act({ id, action: "abolish", actor: reviewer, reason: text });
    if (step === "review") {
      await apps.guides.revise({ id, actor: clerk });
      const { versions } = await apps.guides.readForOffice(id, clerk);
      const guide = { ...versions[0]?.guide, acceptCondition: `${text} 2`, questions: [] };
      await apps.guides.saveDraft({ id, guide, actor: clerk });
      await handIn(id);
    }
    return id;
  }

  return {
    atGuide: async (staff: Staff, step: GuideStep, rest = ""): Promise<Arrival> => ({
      browser: await seat(staff),
      path: `/office/guides/items/${await standing(step)}${rest}`,
    }),
    async atGuides(staff: Staff): Promise<Arrival> {
      for (const step of ["draft", "review", "published", "paused"] as const) await standing(step);
      return { browser: await seat(staff), path: "/office/guides" };
    },
    /** The words were changed, and something was searched and not found. */
    async atWords(staff: Staff): Promise<Arrival> {
      await apps.wording.save(
        { synonyms: "card, pass", stopPhrases: "how", pinned: "" },
        { actor: people.clerk },
      );
      for (let n = 0; n < 3; n += 1) {
        await apps.searchLog.none(text);
        await apps.searchLog.shown("passport");
      }
      return { browser: await seat(staff), path: "/office/guides/words" };
    },
    /** A citizen has reported something. */
    async atReports(staff: Staff): Promise<Arrival> {
      const live = await apps.guides.readLive(await standing("published"));
      if (live === undefined || live.state === "abolished") throw new Error("it was published");
      const report = { kind: "phone", text, contact: "13800000000" } as const;
      await apps.guideReports.add({ live, report, address: live.id });
      return { browser: await seat(staff), path: "/office/guides/reports" };
    },
  };
}
