/** What is behind the doors of both apps, and what each app needs: code that an entry loads when it is asked for. */
import { paths } from "../web/paths.ts";
import type { AdviceDoorServices, AdviceOfficeDoorServices } from "./app.door.advice.ts";
import { adviceDoor, adviceOfficeDoor } from "./app.door.advice.ts";
import { alikeDoor } from "./app.door.alike.ts";
import type { AppealDoorServices, HallDoorServices } from "./app.door.hall.ts";
import { hallCitizenDoors, hallOfficeDoors } from "./app.door.hall.ts";
import type { IntakeDoorServices } from "./app.door.intake.ts";
import { intakeDoors } from "./app.door.intake.ts";
import type { LetterDoorServices } from "./app.door.letter.ts";
import { letterDoors } from "./app.door.letter.ts";
import type { PublicDoorServices, PublicOfficeDoorServices } from "./app.door.public.ts";
import { publicDoors, publicOfficeDoors } from "./app.door.public.ts";
import { officeRectificationDoor, rectificationDoor } from "./app.door.rectification.ts";
import type { AppEnv } from "./app.page.ts";
import type { Before } from "./before/before.service.ts";
import type { BookingCitizenServices } from "./booking/booking.shown.citizen.ts";
import type { DisclosureCitizenServices } from "./disclosure/disclosure.citizen.tsx";
import type { ConsultCitizenServices } from "./disclosure/disclosure.consult.citizen.tsx";
import type { DueCitizenServices } from "./disclosure/disclosure.due.citizen.tsx";
import type { Evidence } from "./evidence/evidence.service.ts";
import type { GuideCitizenServices } from "./guide/guide.citizen.tsx";
import type { GuideOfficeServices } from "./guide/guide.office.tsx";
import type { OfficeEnv, SignInServices } from "./identity/identity.office.tsx";
import type { Config } from "./kit/config.ts";
import type { Door } from "./kit/door.ts";
import type { Log } from "./kit/log.ts";
import type { Origins } from "./kit/security.ts";
import type { NoticeOffice } from "./notice/notice.office.service.ts";
import type { AsideOfficeServices } from "./office/aside.office.tsx";
import type { CaseOfficeServices } from "./office/case.office.tsx";
import type { QueueOfficeServices } from "./office/queue.office.tsx";
import type { ProgressCitizenServices } from "./progress/progress.citizen.tsx";
import type { RespondCitizenServices } from "./progress/progress.respond.citizen.tsx";
import type { Reports } from "./report/report.service.ts";
import type { Visits } from "./visit/visit.service.ts";

export interface AppServices {
  readonly config: Config;
  readonly log: Log;
  readonly origins: Origins;
}

export type CitizenServices = AppServices &
  AdviceDoorServices &
  AppealDoorServices &
  PublicDoorServices &
  Omit<DisclosureCitizenServices, "before"> &
  ProgressCitizenServices &
  RespondCitizenServices &
  DueCitizenServices &
  ConsultCitizenServices &
  Parameters<typeof rectificationDoor>[0] & {
    /** What guides are made of is loaded with their pages. */
    readonly guidePages: () => Promise<GuideCitizenServices>;
    readonly before: () => Promise<Before>;
    readonly bookingPages: () => Promise<BookingCitizenServices>;
    readonly visits: () => Promise<Visits>;
  };
export type OfficeServices = AppServices &
  AdviceOfficeDoorServices &
  LetterDoorServices &
  HallDoorServices &
  PublicOfficeDoorServices &
  SignInServices &
  QueueOfficeServices &
  CaseOfficeServices &
  AsideOfficeServices &
  IntakeDoorServices &
  Parameters<typeof officeRectificationDoor>[0] & {
    readonly reports: () => Promise<Reports>;
    readonly guideOffice: () => Promise<GuideOfficeServices>;
    readonly evidence: () => Promise<Evidence>;
    readonly noticeOffice: () => Promise<NoticeOffice>;
    readonly visits: () => Promise<Visits>;
  };

export const citizenDoors = (services: CitizenServices): readonly Door<AppEnv>[] => [
  {
    prefix: paths.disclosureDueDates(),
    load: async () => (await import("./disclosure/disclosure.due.citizen.tsx")).dueCitizen(services),
  },
  {
    prefix: paths.disclosureBefore(),
    load: async () => {
      const { beforeCitizen } = await import("./before/before.citizen.tsx");
      return beforeCitizen({ ...services, hints: await services.before() });
    },
  },
  rectificationDoor(services),
  {
    prefix: "/respond",
    load: async () => (await import("./progress/progress.respond.citizen.tsx")).respondCitizen(services),
  },
  {
    prefix: "/consultations",
    load: async () => (await import("./disclosure/disclosure.consult.citizen.tsx")).consultCitizen(services),
  },
  {
    prefix: "/letters",
    load: async () =>
      (await import("./letter/letter.citizen.tsx")).letterCitizen({
        ...services,
        letters: await services.applicantLetters(),
      }),
  },
  ...[paths.checkIn(), "/calls"].map((prefix) => ({
    prefix,
    load: async () => {
      const { visitCitizen } = await import("./visit/visit.citizen.tsx");
      return visitCitizen({ ...services, visits: await services.visits() });
    },
  })),
  ...hallCitizenDoors(services),
  adviceDoor(services),
  ...publicDoors(services),
  {
    prefix: paths.guides(),
    load: async () => {
      const { guideCitizen } = await import("./guide/guide.citizen.tsx");
      return guideCitizen(await services.guidePages());
    },
  },
  {
    prefix: paths.bookings(),
    load: async () => {
      const { bookingCitizen } = await import("./booking/booking.citizen.tsx");
      return bookingCitizen(await services.bookingPages());
    },
  },
];

export const officeDoors = (services: OfficeServices): readonly Door<OfficeEnv>[] => [
  {
    prefix: "/office/cases",
    load: async () => (await import("./office/case.office.tsx")).caseOffice(services),
  },
  {
    prefix: "/office/acts",
    load: async () => (await import("./office/aside.office.tsx")).asideOffice(services),
  },
  ...letterDoors(services),
  {
    prefix: "/office/evidence",
    load: async () =>
      (await import("./evidence/evidence.office.tsx")).evidenceOffice({
        ...services,
        evidence: await services.evidence(),
      }),
  },
  {
    prefix: paths.officeNotices(),
    load: async () => {
      const { noticeOffice } = await import("./notice/notice.office.tsx");
      return noticeOffice({ ...services, noticeOffice: await services.noticeOffice() });
    },
  },
  ...hallOfficeDoors(services),
  adviceOfficeDoor(services),
  officeRectificationDoor(services),
  ...publicOfficeDoors(services),
  ...intakeDoors(services),
  alikeDoor(services),
  {
    prefix: "/office/report",
    load: async () =>
      (await import("./report/report.office.tsx")).reportOffice({
        ...services,
        reports: await services.reports(),
      }),
  },
  {
    prefix: paths.officeVisits(),
    load: async () => {
      const { visitOffice } = await import("./visit/visit.office.tsx");
      return visitOffice({ ...services, visits: await services.visits() });
    },
  },
  {
    prefix: paths.officeGuides(),
    load: async () => (await import("./guide/guide.office.tsx")).guideOffice(await services.guideOffice()),
  },
];
