/**
 * What a notice of a case says. It gives the number, how the case stands and where to look; it never holds the query
 * code, a name, or what was asked: whoever reads a mailbox is not always its owner.
 */
import { notice as en } from "../../web/copy/en/notice.ts";
import { notice as zh } from "../../web/copy/zh/notice.ts";
import { paths } from "../../web/paths.ts";
import { formatReference } from "../../web/words.ts";
import type { Vault } from "../kit/vault.ts";
import type { Letter, Message } from "./notice.message.ts";
import type { CaseTemplate, Notice } from "./notice.ts";
import { nameOf, noticeContext } from "./notice.ts";

export interface Site {
  readonly publicOrigin: string;
  readonly government: { readonly zh: string; readonly en: string };
}

/** The words of messages alone: with those of all pages they would be most of what the job functions load. */
const copy = { zh, en };

/** `link` is where somebody consulted answers; everybody else looks under progress. */
export function caseMessage(notice: Notice, { publicOrigin, government }: Site, link?: string): Message {
  const { lang, reference } = notice;
  const words = copy[lang];
  const number = formatReference(reference);
  const { subject, lines } = words.templates[notice.template as CaseTemplate];
  const isAsked = link !== undefined;
  const text = [
    words.number(number),
    ...lines,
    isAsked ? words.answerHere(link) : words.link(publicOrigin + paths.progress(reference)),
    isAsked ? words.automaticAsked : words.automatic,
    government[lang],
  ];
  return {
    name: nameOf(notice),
    template: notice.template,
    lang,
    subject: words.subject(subject, number),
    text: `${text.join("\n\n")}\n`,
    short: words.short(subject, number),
    variables: { number: reference, subject },
  };
}

/** The letter of a case's notice; a link never goes by SMS, which has no room for it. Throws a VaultError when its address cannot be opened. */
export function caseLetter(notice: Notice, site: Site, vault: Vault): Letter {
  const { email, phone, link, reference } = notice;
  const open = (sealed: string) => vault.open(sealed, noticeContext(reference));
  const to = {
    ...(email === undefined ? {} : { mail: open(email) }),
    ...(phone === undefined ? {} : { sms: open(phone) }),
  };
  const address = link === undefined ? undefined : site.publicOrigin + open(link);
  return { to, message: caseMessage(notice, site, address) };
}
