import type { GazetteAction } from "../../../../functions/gazette/gazette.flow.ts";
import type { GazetteHead, PublicItem, WithdrawnItem } from "../../../../functions/gazette/gazette.record.ts";
import type { Block, GazetteContent, Validity } from "../../../../functions/gazette/gazette.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Card,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  showErrors,
  Tag,
  WarningText,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { gazettePaths } from "../../../paths.gazette.ts";
import type { View } from "../../../view.ts";
import { dayOf, formatDay } from "../../../words.ts";
import { GazetteFacts } from "../../gazette/facts.tsx";
import { GazetteFiles } from "../../gazette/files.tsx";
import { GazetteText } from "../../gazette/text.tsx";
import { WayBack } from "../way-back.tsx";
import { GazetteActs } from "./acts.tsx";
import type { ShownRelease } from "./files.tsx";
import { WorkFiles } from "./files.tsx";
import { GazetteTraceCard } from "./trace.tsx";

export interface OfficeGazetteProps {
  view: View;
  person: { name: string; unit: string };
  head: GazetteHead;
  live: PublicItem | WithdrawnItem | undefined;
  /** Of a text: what is read, line by line, and whether it holds today. */
  shown: (content: GazetteContent) => { readonly blocks: readonly Block[]; readonly validity: Validity };
  actions: readonly GazetteAction[];
  /** The reader wrote it and is a reviewer, who would publish it but for that. */
  own: boolean;
  done?: string | undefined;
  /** An act that was refused: which one, and what was typed. */
  refused?: { readonly deed: string; readonly reason: string; readonly errors: FieldErrors } | undefined;
  problem?: keyof ReturnType<typeof officeGazetteCopy>["problems"] | undefined;
  /** What the release check says of the files of what is being written. */
  release: ShownRelease;
}

/** Where one item stands, what of it is public, and what this person may do. */
export function OfficeGazettePage(props: OfficeGazetteProps) {
  const { view, person, head, live, actions, refused, problem } = props;
  const { common } = copy(view.lang);
  const words = officeGazetteCopy(view.lang);
  const errors = showErrors(refused?.errors ?? [], {
    copy: copy(view.lang),
    labels: words.labels,
    sentences: words.errors,
  });
  const done = Object.entries(words.done).find(([name]) => name === props.done)?.[1];
  const { work } = head;
  const title = work?.content.title ?? head.live?.title ?? words.title;
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="gazette"
      error={errors.any}
      before={<WayBack lang={view.lang} href={gazettePaths.desk()} text={words.back} />}
    >
      {errors.any ? (
        <ErrorSummary
          title={common.errorTitle}
          errors={errors.summary.map(({ text }) => ({ text, href: `#reason-${refused?.deed}` }))}
        />
      ) : null}
      {problem ? (
        <NotificationBanner title={common.important} role="alert" text={words.problems[problem]} />
      ) : null}
      {done ? <NotificationBanner title={common.success} kind="success" text={done} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <p>
        {words.kinds[head.kind]}{" "}
        {head.live ? <Tag colour="green">{words.states[head.live.state]}</Tag> : null}{" "}
        {work ? <Tag>{words.states[work.state]}</Tag> : null}
      </p>
      {work?.reason ? <InsetText>{words.returned(work.reason)}</InsetText> : null}
      {work?.state === "waiting" && work.content.from ? (
        <InsetText>{words.later(formatDay(work.content.from, view.lang))}</InsetText>
      ) : null}
      {work ? (
        <Card title={live ? words.today.draft : undefined}>
          <Sheet {...props} content={work.content} />
          <WorkFiles {...props} />
        </Card>
      ) : null}
      {actions.includes("approve") ? <WarningText prefix={common.warning}>{words.checks}</WarningText> : null}
      {props.own ? <InsetText>{words.own}</InsetText> : null}
      <GazetteActs {...props} target="work" error={errors.at("reason")} />
      {live === undefined ? null : <Public {...props} live={live} />}
      <GazetteActs {...props} target="live" error={errors.at("reason")} />
      <GazetteTraceCard view={view} head={head} />
    </OfficePage>
  );
}

function Public(props: OfficeGazetteProps & { live: PublicItem | WithdrawnItem }) {
  const { view, head, live } = props;
  const words = officeGazetteCopy(view.lang);
  if (live.state === "withdrawn") return live.reason ? <InsetText>{live.reason}</InsetText> : null;
  const { on, publishedAt, changedAt, checkedOn } = live;
  const revisedOn = changedAt === publishedAt ? undefined : dayOf(changedAt);
  return (
    <Card title={words.today.live}>
      {head.live?.until ? (
        <p class="govuk-body">{words.ends(formatDay(head.live.until, view.lang))}</p>
      ) : null}
      {head.work === undefined ? (
        <>
          <Sheet {...props} content={live.content} days={{ on, revisedOn, checkedOn }} />
          <GazetteFiles
            files={live.content.files ?? []}
            hrefOf={(file) => gazettePaths.officeFile(live.id, file.id)}
          />
        </>
      ) : null}
      <p>
        <a class="govuk-link" href={gazettePaths.item(live.kind, live.id)}>
          {words.see}
        </a>
      </p>
    </Card>
  );
}

interface SheetProps extends Pick<OfficeGazetteProps, "view" | "shown"> {
  content: GazetteContent;
  days?: { on: string; revisedOn?: string | undefined; checkedOn: string } | undefined;
}

/** All of a text, as citizens would read it. */
function Sheet({ view, shown, content, days }: SheetProps) {
  const { blocks, validity } = shown(content);
  const { validityNote, successor, guides } = content;
  const related = [successor, ...guides].flatMap((each) => (each === undefined ? [] : [each.name]));
  return (
    <>
      <GazetteFacts view={view} content={content} validity={validity} days={days} />
      {validityNote ? <p class="govuk-body">{validityNote}</p> : null}
      {related.length > 0 ? <p class="muted">{related.join(" · ")}</p> : null}
      <GazetteText blocks={blocks} level={3} />
    </>
  );
}
