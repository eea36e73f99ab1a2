import { Button } from "../../components/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { StartStepProps } from "../apply/start.tsx";
import { List, Part, StartFrame } from "../apply/start.tsx";

export interface RectificationStartProps extends StartStepProps {
  phone: string | undefined;
}

/** What can be corrected, what the unit does, how long it takes and that no law says so. */
export function RectificationStartPage(props: RectificationStartProps) {
  const words = rectificationCopy(props.view.lang).start;
  return (
    <StartFrame
      {...props}
      words={words}
      at={{ start: paths.rectification(), receipt: paths.rectificationReceipt() }}
      below={
        <p>
          {words.disclosure.text}{" "}
          <a class="govuk-link" href={paths.disclosure()}>
            {words.disclosure.link}
          </a>
        </p>
      }
    >
      <Part title={words.what.title}>
        <List items={words.what.items} />
      </Part>
      <Part title={words.how.title}>
        <List items={words.how.items} />
      </Part>
      <Part title={words.when.title}>
        <p>{words.when.text}</p>
      </Part>
    </StartFrame>
  );
}

/** What was not handed in within its day is gone. */
export function RectificationExpiredPage({ view }: { view: View }) {
  const words = rectificationCopy(view.lang).expired;
  return (
    <Page view={view} title={words.title} task>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p>{words.text}</p>
      <Button href={paths.rectification()}>{words.button}</Button>
    </Page>
  );
}
