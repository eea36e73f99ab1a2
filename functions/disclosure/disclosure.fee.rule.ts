/**
 * The tariffs of 国办函〔2020〕109号 as dated settings. `reading` marks what its text leaves open, so that an office
 * whose superior reads it otherwise changes one line here. Before 2021 there was no national tariff, and none is made up.
 */
import type { Day } from "../calendar/calendar.ts";
import type { InformationRoute } from "./disclosure.pages.ts";

export interface FeeBand {
  /** The last unit of the band; the first follows the band before. */
  readonly through: number;
  readonly yuanEach: number;
}

/** Progressive (超额累进): each unit costs what its own band says, whatever the others cost. */
export interface Tariff {
  readonly bands: readonly FeeBand[];
  /** Behind the last band: bands of this width without end, each dearer than the one before by the step. */
  readonly beyond: { readonly width: number; readonly firstYuanEach: number; readonly stepYuanEach: number };
}

export interface FeeRules {
  /** The first day of receipt that the rules apply to. */
  readonly since: Day;
  /** 按件: applications of one applicant in a calendar month, after splitting. */
  readonly byCount: Tariff;
  /** 按量: pages (one side of A4) of one application. */
  readonly byPages: Tariff;
  /**
   * 按量 is open where the applicant wants paper, e-mail or copies of electronic data. Reading: a file on this site is
   * none of them, and neither is reading on the spot.
   */
  readonly chargedRoutes: readonly InformationRoute[];
  /** Reading: what the applicant has withdrawn was not dealt with, so that it makes nothing dearer. */
  readonly countsWithdrawn: boolean;
  /** Reading: pages that are public already (Art. 36(1)) are not charged. */
  readonly chargesPublicPages: boolean;
}

const since2021: FeeRules = {
  since: "2021-01-01",
  byCount: {
    bands: [
      { through: 10, yuanEach: 0 },
      { through: 30, yuanEach: 100 },
    ],
    beyond: { width: 10, firstYuanEach: 200, stepYuanEach: 100 },
  },
  byPages: {
    bands: [
      { through: 30, yuanEach: 0 },
      { through: 100, yuanEach: 10 },
      { through: 200, yuanEach: 20 },
    ],
    beyond: { width: 100, firstYuanEach: 40, stepYuanEach: 0 },
  },
  chargedRoutes: ["email", "post", "pick_up"],
  countsWithdrawn: false,
  chargesPublicPages: false,
};

/** Newest first. */
const dated: readonly FeeRules[] = [since2021];

/** The rules for an application received on a day; undefined where none is in force and nothing may be charged. */
export const feeRulesOn = (day: Day): FeeRules | undefined => dated.find(({ since }) => since <= day);
