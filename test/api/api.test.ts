/** One file, so that one caller sees every answer of the API and can compare them all with the document. */
import { describeAdvice } from "./advice.ts";
import { describeAlike } from "./alike.ts";
import { describeAnswers } from "./answers.ts";
import { describeBooking } from "./booking.ts";

import { describeChanges } from "./changes.ts";

import { describeDueDates } from "./due.ts";

import { describeGazette } from "./gazette.ts";
import { describeGuides } from "./guides.ts";
import { describeHallDays } from "./hall-days.ts";
import { describeHalls } from "./halls.ts";
import { describeLetters } from "./letters.ts";
import { describeMarker } from "./marker.ts";
import { describeOccasions } from "./occasions.ts";
import { describeQueue, describeThread } from "./office.ts";
import { describePeriod } from "./period.ts";
import { describeProgress, describeSubmission } from "./public.ts";
import { describeRectifications } from "./rectifications.ts";
import { describeFailures, describeOfficeRefusals, describePublicRefusals } from "./refusals.ts";
import { describeReports } from "./reports.ts";
import { describeRespond } from "./respond.ts";
import { useApi } from "./rig.ts";
import { describeRoles } from "./roles.ts";
import { describeTickets } from "./tickets.ts";
import { describeTruth } from "./truth.ts";
import { describeUploads } from "./uploads.ts";
import { describeWaiting } from "./waiting.ts";
import { describeWritings } from "./writings.ts";

const rig = useApi();

describeSubmission(rig);
describeProgress(rig);
describeUploads(rig);
describeGuides(rig);
describeAnswers(rig);
describeGazette(rig);
describeAdvice(rig);
describeRectifications(rig);
describeLetters(rig);
describeWritings(rig);
describeAlike(rig);
describePeriod(rig);
describeThread(rig);
describeQueue(rig);
describeReports(rig);
describeRespond(rig);
describeDueDates(rig);
describeRoles(rig);
describeOfficeRefusals(rig);
describePublicRefusals(rig);
describeBooking(rig);
describeChanges(rig);
describeHalls(rig);
describeOccasions(rig);
describeHallDays(rig);
describeWaiting(rig);
describeTickets(rig);
describeFailures(rig);
describeMarker(rig);
// Last, because it looks back on every answer before it.
describeTruth(rig);
