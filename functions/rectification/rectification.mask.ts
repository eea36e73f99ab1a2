/** A correction of records for who need not know the person. Pure. */
import {
  maskAddress,
  maskApplicant,
  maskEmail,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskPostcode,
} from "../disclosure/disclosure.mask.ts";
import type { RectificationApplication } from "./rectification.form.ts";

const HIDDEN = "******";

/** What is wrong and right about a person is personal itself. */
export function maskRectification(application: RectificationApplication): RectificationApplication {
  const { applicantKind, name, legalRepresentative, contactName, identityNumber } = application;
  const { phone, email, address, postcode } = application;
  return {
    ...application,
    name: maskApplicant(applicantKind, name),
    ...(legalRepresentative === undefined ? {} : { legalRepresentative: maskName(legalRepresentative) }),
    ...(contactName === undefined ? {} : { contactName: maskName(contactName) }),
    identityNumber: maskIdentityNumber(identityNumber),
    wrong: HIDDEN,
    right: HIDDEN,
    ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    ...(email === undefined ? {} : { email: maskEmail(email) }),
    ...(address === undefined ? {} : { address: maskAddress(address) }),
    ...(postcode === undefined ? {} : { postcode: maskPostcode(postcode) }),
  };
}
