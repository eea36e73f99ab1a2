import { ErrorMessage, ErrorSummary } from "../../components/index.ts";
import { fairCopy } from "../../copy/fair.ts";
import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

/** Somebody tried too often: how long to wait before the same form is sent again. */
export interface Slow {
  readonly seconds: number;
  /** Work for their machine instead, as it goes out; sent back as it is, it is good once the seconds have passed. */
  readonly challenge?: string | undefined;
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
      title={fairCopy(view.lang).slow.title}
      errors={[{ text: fairCopy(view.lang).slow.next(waitWords(slow, view)), href: `#${SEND_ID}` }]}
    />
  );
}

/** Beside the button: what to do. */
export function SlowMessage({ view, slow }: { view: View; slow: Slow | undefined }) {
  if (slow === undefined) return null;
  const words = fairCopy(view.lang).slow;
  const text = words.next(waitWords(slow, view));
  if (slow.challenge !== undefined)
    return (
      <>
        <input
          type="hidden"
          name="answer"
          value={slow.challenge}
          data-said="send-error"
          data-working={words.working}
          data-done={words.done}
        />
        <p id="send-error" class="govuk-error-message" role="status">
          {text}
        </p>
        <script type="module" src={paths.asset(view.assets, "proof.js")} />
      </>
    );
  return <ErrorMessage id="send-error" error={{ text, prefix: copy(view.lang).common.errorPrefix }} />;
}
