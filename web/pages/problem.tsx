import { Button } from "../components/button.tsx";
import { copy } from "../copy/index.ts";
import { Page } from "../layout/page.tsx";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

const known = ["403", "404", "409", "413", "429", "500", "503"] as const;
type Known = (typeof known)[number];

export interface ProblemProps {
  view: View;
  /** HTTP status; one that has no words of its own is told as 404 or 500. */
  status: number;
  retryAfterSeconds?: number | undefined;
  /** The request's id, for who calls about it. */
  trace?: string | undefined;
  phone?: string | undefined;
}

/** What happened and what to do. It takes nothing from the request, so it cannot repeat what was submitted. */
export function ProblemPage(props: ProblemProps) {
  const { view, status, phone } = props;
  return (
    <Page view={view} title={problemTitle(view, status)} phone={phone}>
      <ProblemBody {...props} href={paths.home()} />
    </Page>
  );
}

export const problemTitle = ({ lang }: View, status: number): string =>
  copy(lang).problem[nearest(status)].title;

/** The same for citizens and offices, but for where it leads. */
export function ProblemBody(props: ProblemProps & { href: string }) {
  const { view, status, retryAfterSeconds, trace, phone, href } = props;
  const words = copy(view.lang).problem;
  const own = words[nearest(status)];
  return (
    <>
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.happened}</p>
      <p class="govuk-body">
        {status === 429 ? `${words.wait(minutesOf(retryAfterSeconds))} ` : null}
        {own.next}
      </p>
      {phone ? (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.phone(phone)}>
            {copy(view.lang).common.call(phone)}
          </a>
        </p>
      ) : null}
      <Button href={href} kind="secondary">
        {words.home}
      </Button>
      {trace ? (
        <p class="muted">
          {words.trace}: <span class="number">{trace}</span>
        </p>
      ) : null}
    </>
  );
}

function minutesOf(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.ceil(seconds / 60);
}

function nearest(status: number): Known {
  const exact = known.find((one) => one === String(status));
  return exact ?? (status < 500 ? "404" : "500");
}
