import type { PublicItem, WithdrawnItem } from "../../../functions/gazette/gazette.record.ts";
import type { Block, Validity } from "../../../functions/gazette/gazette.ts";
import { Icon } from "../../components/icon.tsx";
import { Card, InsetText, WarningText } from "../../components/index.ts";
import { gazetteCopy } from "../../copy/gazette.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { gazettePaths } from "../../paths.gazette.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { dayOf, formatDay } from "../../words.ts";
import { GazetteFacts } from "./facts.tsx";
import { GazetteFiles } from "./files.tsx";
import { GazetteText } from "./text.tsx";

export interface GazetteItemProps {
  view: View;
  item: PublicItem | WithdrawnItem;
  /** The text of what is public, and whether it holds today. */
  blocks: readonly Block[];
  validity: Validity;
  unit: { name: string; phone: string } | undefined;
  /** The address to be sent on. */
  self: string;
  phone?: string | undefined;
}

/** One item as everybody may read it, or that it was taken back. */
export function GazetteItemPage(props: GazetteItemProps) {
  const { view, item } = props;
  const words = gazetteCopy(view.lang);
  const column = words.columns[item.kind].title;
  const title = item.state === "published" ? item.content.title : words.withdrawn.title;
  return (
    <Page view={view} title={title} back={gazettePaths.column(item.kind)} phone={props.phone}>
      <h1 class="govuk-heading-l" lang={item.state === "published" ? "zh-CN" : undefined}>
        {title}
      </h1>
      {item.state === "published" ? <Whole {...props} item={item} /> : <Gone view={view} item={item} />}
      <p class="no-print">
        <a class="govuk-link" href={gazettePaths.column(item.kind)}>
          {words.all(column)}
        </a>
      </p>
    </Page>
  );
}

function Whole({ view, item, blocks, validity, unit, self }: GazetteItemProps & { item: PublicItem }) {
  const words = gazetteCopy(view.lang);
  const { common } = copy(view.lang);
  const { content, on, publishedAt, changedAt, checkedOn } = item;
  const revisedOn = changedAt === publishedAt ? undefined : dayOf(changedAt);
  // A policy is looked up by what stands at its head; whoever reads an announcement wants to know what it says.
  const isPolicy = item.kind === "policy";
  const facts = (
    <GazetteFacts
      view={view}
      content={content}
      validity={validity}
      days={{ on, revisedOn, checkedOn }}
      unitName={unit?.name}
    />
  );
  return (
    <>
      {isPolicy && validity !== "in_force" ? (
        <>
          <WarningText prefix={common.warning}>{words.notInForce[validity]}</WarningText>
          {content.validityNote === undefined ? null : (
            <p class="govuk-body">{words.note(content.validityNote)}</p>
          )}
          {content.successor === undefined ? null : (
            <p class="govuk-body">
              {words.successor}
              <a class="govuk-link" href={gazettePaths.item("policy", content.successor.id)} lang="zh-CN">
                {content.successor.name}
              </a>
            </p>
          )}
        </>
      ) : null}
      {isPolicy ? facts : <p class="muted">{`${formatDay(on, view.lang)} · ${content.organ}`}</p>}
      <GazetteText blocks={blocks} />
      {isPolicy ? null : facts}
      {content.files === undefined || content.files.length === 0 ? null : (
        <Card title={words.files}>
          <GazetteFiles
            files={content.files}
            hrefOf={(file) => gazettePaths.file(item.kind, item.id, file.id)}
          />
        </Card>
      )}
      {content.guides.length === 0 ? null : (
        <Card title={words.guides}>
          <ul class="links">
            {content.guides.map(({ id, name }) => (
              <li>
                <a class="links__link" href={paths.guide(id)}>
                  <span lang="zh-CN">{name}</span>
                  <Icon name="forward" />
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {unit === undefined ? null : (
        <p class="govuk-body">
          {words.ask}
          <a class="govuk-link number" href={paths.phone(unit.phone)}>
            {unit.phone}
          </a>
        </p>
      )}
      <div class="bring__actions no-print">
        <button type="button" class="govuk-button govuk-button--secondary js-only" data-print="">
          {words.print}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary js-only"
          data-share={self}
          data-share-title={content.title}
          data-copied={words.copied}
        >
          <span data-copy-text="" aria-live="polite">
            {words.share}
          </span>
        </button>
      </div>
    </>
  );
}

function Gone({ view, item }: { view: View; item: WithdrawnItem }) {
  const words = gazetteCopy(view.lang).withdrawn;
  return (
    <InsetText>
      <p>{words.text(item.title, formatDay(dayOf(item.changedAt), view.lang))}</p>
      <p>{item.reason === undefined ? words.over : words.reason(item.reason)}</p>
    </InsetText>
  );
}
