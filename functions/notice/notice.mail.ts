/** Notices as e-mail, over SMTP. */
import { NotTaken } from "./notice.failure.ts";
import type { Sender } from "./notice.message.ts";

export interface MailOptions {
  /** Such as `smtps://user:password@mail.example.gov.cn`. */
  readonly url: string;
  readonly from: string;
  /** What the names of messages end in. */
  readonly host: string;
}

/** Short enough that a dead mail server does not eat the time of the function. */
const TIMEOUTS = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 };

export function openMailer({ url, from, host }: MailOptions): Sender {
  return {
    async send(to, { name, subject, text }) {
      const { createTransport } = await import("nodemailer");
      const transport = createTransport({ url, ...TIMEOUTS });
      try {
        await transport.sendMail({
          from,
          // An object is taken as one address; text could be read as a list of them.
          to: { name: "", address: to },
          subject,
          text,
          messageId: `<${name}@${host}>`,
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw mailError(error);
      } finally {
        transport.close();
      }
    },
  };
}

/** A reply of 5xx to the address or the message stays what it is (RFC 5321, 4.2.1); all else may pass. */
function mailError(error: unknown): NotTaken {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  const isRefused = (code === "EENVELOPE" || code === "EMESSAGE") && responseCode >= 500;
  if (isRefused) return new NotTaken("refused", true, { cause: error });
  return new NotTaken(code === "ETIMEDOUT" ? "timeout" : "unavailable", false, { cause: error });
}
