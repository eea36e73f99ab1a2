/**
 * Notices as e-mail. A message says the number, how the case stands and where to look; it never holds the query
 * code, a name, or what was asked: whoever reads a mailbox is not always its owner.
 */
import { notice as en } from "../../web/copy/en/notice.ts";
import { notice as zh } from "../../web/copy/zh/notice.ts";
import { paths } from "../../web/paths.ts";
import { formatReference } from "../../web/words.ts";
import type { Notice } from "./notice.ts";
import { messageIdOf } from "./notice.ts";

export interface Mail {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailOptions {
  readonly publicOrigin: string;
  readonly government: { readonly zh: string; readonly en: string };
}

/** The words of messages alone: with those of all pages they would be most of what the job functions load. */
const copy = { zh, en };

export function mailOf(notice: Notice, { publicOrigin, government }: MailOptions): Mail {
  const words = copy[notice.lang];
  const number = formatReference(notice.reference);
  const { subject, lines } = words.templates[notice.template];
  const text = [
    words.number(number),
    ...lines,
    words.link(publicOrigin + paths.progress(notice.reference)),
    words.automatic,
    government[notice.lang],
  ];
  return {
    messageId: messageIdOf(notice, new URL(publicOrigin).hostname),
    subject: words.subject(subject, number),
    text: `${text.join("\n\n")}\n`,
  };
}

export interface Mailer {
  /** Hands the message over to the mail server; throws when it does not take it. */
  send(to: string, mail: Mail): Promise<void>;
}

/** Short enough that a dead mail server does not eat the time of the function. */
const TIMEOUTS = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 };

export function openMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  return {
    async send(to, { messageId, subject, text }) {
      const { createTransport } = await import("nodemailer");
      const transport = createTransport({ url, ...TIMEOUTS });
      try {
        await transport.sendMail({
          from,
          // An object is taken as one address; text could be read as a list of them.
          to: { name: "", address: to },
          subject,
          text,
          messageId,
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } finally {
        transport.close();
      }
    },
  };
}
