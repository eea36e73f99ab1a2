/**
 * 文号 as people type them: 示府规〔2026〕3号 with brackets of any kind or none, full width, spaces, 第. One form for each,
 * so that what somebody types finds exactly the document that has it. Pure.
 */

const NUMBER = /^(\p{sc=Han}+)\s*[〔[【(]?\s*((?:19|20)\d{2})\s*[〕\]】)]?\s*年?\s*第?\s*0*(\d{1,5})\s*号?$/u;

/** The number in its usual form, `示府规〔2026〕3号`; undefined for what is none. */
export function documentNumberIn(text: string): string | undefined {
  const [, organ, year, serial] = NUMBER.exec(text.normalize("NFKC").trim()) ?? [];
  return organ === undefined ? undefined : `${organ}〔${year}〕${serial}号`;
}
