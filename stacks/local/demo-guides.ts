/** The guides of the demo county, complete, by unit. They are written in Chinese only: a guide is an official text. */
import type { Day } from "../../functions/calendar/calendar.day.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import { type DemoGuide, guideOf } from "./demo-guides/demo-guide.ts";
import { guidesOfHousehold } from "./demo-guides/gaj-a.ts";
import { guidesOfResidence } from "./demo-guides/gaj-b.ts";
import { guidesOfTransport } from "./demo-guides/jtj.ts";
import { guidesOfEducation } from "./demo-guides/jyj.ts";
import { guidesOfFamily } from "./demo-guides/mzj-a.ts";
import { guidesOfRelief } from "./demo-guides/mzj-b.ts";
import { offices } from "./demo-guides/office.ts";
import { guidesOfSocialSecurity } from "./demo-guides/rsj-a.ts";
import { guidesOfEmployment } from "./demo-guides/rsj-b.ts";
import { guidesOfMarket } from "./demo-guides/scjg.ts";
import { guidesOfTax } from "./demo-guides/swj.ts";
import { guidesOfHealth } from "./demo-guides/wjj.ts";
import { guidesOfHealthInsurance } from "./demo-guides/ybj.ts";
import { guidesOfGovernmentOffice } from "./demo-guides/zfb.ts";
import { guidesOfHousing } from "./demo-guides/zjj-a.ts";
import { guidesOfConstruction } from "./demo-guides/zjj-b.ts";
import { guidesOfLand } from "./demo-guides/zrzy.ts";

const written: Readonly<Record<string, readonly DemoGuide[]>> = {
  zfb: guidesOfGovernmentOffice,
  zrzy: guidesOfLand,
  swj: guidesOfTax,
  wjj: guidesOfHealth,
  scjg: guidesOfMarket,
  mzj: [...guidesOfFamily, ...guidesOfRelief],
  gaj: [...guidesOfHousehold, ...guidesOfResidence],
  rsj: [...guidesOfSocialSecurity, ...guidesOfEmployment],
  zjj: [...guidesOfHousing, ...guidesOfConstruction],
  jtj: guidesOfTransport,
  ybj: guidesOfHealthInsurance,
  jyj: guidesOfEducation,
};

export interface DemoGuideOfUnit {
  readonly unit: string;
  readonly guide: Guide;
}

/** All of them as of a day: the day each was checked lies some weeks before it, in a few cases half a year. */
export const demoGuides = (publicOrigin: string, today: Day): readonly DemoGuideOfUnit[] =>
  Object.entries(written).flatMap(([unit, guides]) => {
    const office = offices.get(unit);
    if (office === undefined) throw new RangeError(`no office ${unit}`);
    return guides.map((each) => ({ unit, guide: guideOf(each, { unit, office, publicOrigin, today }) }));
  });
