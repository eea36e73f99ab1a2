import { ErrorMessage, ErrorSummary } from "../../components/index.ts";
import { fairCopy } from "../../copy/fair.ts";
import { copy } from "../../copy/index.ts";
import type { View } from "../../view.ts";

/** Somebody tried too often: how long to wait before the same form is sent again. */
export interface Slow {
  readonly seconds: number;
}

/** The id of the button that is to be pressed again. */
export const SEND_ID = "send";

const waitWords = ({ seconds }: Slow, view: View): string => {
  const words = fairCopy(view.lang).slow;
  return seconds < 60 ? words.seconds(seconds) : words.minutes(Math.ceil(seconds / 60));
};

/** At the head of the page: heard first, and leads to the button. */
export function SlowSummary({ view, slow }: { view: View; slow: Slow | undefined }) {
  if (slow === undefined) return null;
  return (
    <ErrorSummary
      title={copy(view.lang).common.errorTitle}
      errors={[{ text: fairCopy(view.lang).slow.title, href: `#${SEND_ID}` }]}
    />
  );
}

/** Beside the button: what to do. */
export function SlowMessage({ view, slow }: { view: View; slow: Slow | undefined }) {
  if (slow === undefined) return null;
  const text = fairCopy(view.lang).slow.next(waitWords(slow, view));
  return <ErrorMessage id="send-error" error={{ text, prefix: copy(view.lang).common.errorPrefix }} />;
}
