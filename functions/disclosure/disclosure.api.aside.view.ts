/** What stands beside the main way of a case, as the API answers it to an office. */
import { paths } from "../../web/paths.ts";
import type { OfficeCase } from "./disclosure.api.office.shapes.ts";
import type { OfficeConsultation } from "./disclosure.consultation.ts";
import type { OfficeView } from "./disclosure.service.ts";

type Asides = Pick<
  OfficeCase,
  | "channel"
  | "parent"
  | "parts"
  | "extensionAsk"
  | "extension"
  | "correction"
  | "consultations"
  | "fee"
  | "excess"
  | "delay"
>;

export function asidesView({ head, correctionNote, consultations }: OfficeView): Asides {
  const { extensionAsk, extension, correction, fee, excess, delay, channel, parent, parts } = head;
  return {
    channel: channel ?? "internet",
    parent: parent ?? null,
    parts: (parts ?? []).map((part) => ({ ...part })),
    extensionAsk: extensionAsk === undefined ? null : { ...extensionAsk },
    extension: extension === undefined ? null : { ...extension },
    correction:
      correction === undefined
        ? null
        : { ...correction, madeOn: correction.madeOn ?? null, note: correctionNote ?? null },
    consultations: consultations.map((each) => consultationView(head.reference, each)),
    fee: fee === undefined ? null : { ...fee, paidOn: fee.paidOn ?? null, waiver: fee.waiver ?? null },
    excess:
      excess === undefined
        ? null
        : { ...excess, reasons: excess.reasons ?? null, givenOn: excess.givenOn ?? null },
    delay: delay === undefined ? null : { ...delay },
  };
}

function consultationView(
  reference: string,
  { token, receivedOn, answer, silentOn, email, mail, ...one }: OfficeConsultation,
): OfficeCase["consultations"][number] {
  return {
    ...one,
    receivedOn: receivedOn ?? null,
    answer: answer === undefined ? null : { ...answer },
    silentOn: silentOn ?? null,
    mail: email === undefined ? null : { to: email, state: mail ?? null },
    link: token === undefined ? null : paths.consultation(reference, one.id, token),
  };
}
