/**
 * What lists and public views show of a person: enough to recognise one's own case, too little to reach or name
 * somebody. Masks follow the convention of GB/T 35273; an identity number shows less than it would allow.
 */
import { type ApplicantKind, isOrganisation } from "./disclosure.applicant.ts";
import type { Application } from "./disclosure.ts";

const STAR = "*";
/** So that a long name does not tell its length. */
const MOST_STARS = 6;

/** The ends of a text with stars between them; all stars where the ends would leave nothing to hide. */
function middleMasked(text: string, keep: { readonly start: number; readonly end: number }): string {
  const characters = [...text];
  const hidden = characters.length - keep.start - keep.end;
  if (hidden < 1) return STAR.repeat(characters.length);
  return [
    ...characters.slice(0, keep.start),
    STAR.repeat(hidden),
    ...characters.slice(characters.length - keep.end),
  ].join("");
}

/** 张*, 李*敏, 欧**敏: the first character, and the last one from three on. */
export function maskName(name: string): string {
  const characters = [...name];
  const [first = "", ...rest] = characters;
  if (rest.length < 2) return rest.length === 0 ? STAR.repeat(characters.length) : first + STAR;
  return first + STAR.repeat(Math.min(rest.length - 1, MOST_STARS)) + (rest.at(-1) ?? "");
}

/** The name of an organisation is no personal information; that of a person is masked. */
export const maskApplicant = (kind: ApplicantKind, name: string): string =>
  isOrganisation(kind) ? name : maskName(name);

/** 138****1234; a landline keeps its area code and the last four, and loses its extension: 0571-****0000. */
export function maskPhone(phone: string): string {
  const [, area, local] = /^(0\d{2,3}-)(\d{7,8})(?:-\d+)?$/.exec(phone) ?? [];
  if (area !== undefined && local !== undefined) return area + middleMasked(local, { start: 0, end: 4 });
  return middleMasked(phone.replace(/(?<=\d{7})-\d+$/, ""), { start: 3, end: 4 });
}

/** The first character and the last two: 1***************2X. */
export const maskIdentityNumber = (number: string): string => middleMasked(number, { start: 1, end: 2 });

/** The first character and the domain: z***@example.com, however long the rest. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return STAR.repeat(Math.min(email.length, MOST_STARS));
  return `${at > 1 ? email.charAt(0) : ""}***${email.slice(at)}`;
}

/** Up to the district of a Chinese address, which thousands share; never the street or the estate (小区). */
const DISTRICT =
  /^\p{L}{1,12}?(?:省|自治区|自治州|市|区|县|旗|盟)(?<!(?:小|社|园|街|校|厂|营|库|景)区|(?:城|超|夜|集|菜)市)/u;

/** 浙江省杭州市西湖区****; an address without such a beginning shows two characters. */
export function maskAddress(address: string): string {
  let shown = "";
  for (let rest = address; ; rest = address.slice(shown.length)) {
    const part = DISTRICT.exec(rest)?.[0];
    if (part === undefined || shown.length + part.length > 20) break;
    shown += part;
  }
  if (shown === "" || shown === address) shown = [...address].slice(0, 2).join("");
  return shown.length < address.length ? `${shown}****` : STAR.repeat(4);
}

/** The province and the zone: 310***. */
export const maskPostcode = (postcode: string): string => middleMasked(postcode, { start: 3, end: 0 });

const when = (value: string | undefined, mask: (value: string) => string) =>
  value === undefined ? undefined : mask(value);

/** The application for whoever need not know the person: what is asked stays, who asks and how to reach them goes. */
export function maskApplication(application: Application): Application {
  const masked = {
    name: maskApplicant(application.applicantKind, application.name),
    legalRepresentative: when(application.legalRepresentative, maskName),
    contactName: when(application.contactName, maskName),
    identityNumber: when(application.identityNumber, maskIdentityNumber),
    phone: when(application.phone, maskPhone),
    email: when(application.email, maskEmail),
    address: when(application.address, maskAddress),
    postcode: when(application.postcode, maskPostcode),
  };
  const present = Object.entries(masked).filter(([, value]) => value !== undefined);
  return { ...application, ...Object.fromEntries(present) };
}
