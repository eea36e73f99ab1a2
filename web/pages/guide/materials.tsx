import type { Material } from "../../../functions/guide/guide.ts";
import { Details } from "../../components/details.tsx";
import { Icon } from "../../components/icon.tsx";
import type { TagColour } from "../../components/tag.tsx";
import { Tag } from "../../components/tag.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { NameOf, SaidText, saidIn } from "./said.tsx";
import { Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

/** What to bring, as a list to tick off. Which are ready is kept by the phone itself and sent nowhere. */
export function MaterialsSection({ view, shown, links, unfolded }: GuideProps) {
  const words = guideCopy(view.lang).guide.materials;
  const { materials, taskName } = shown.guide;
  return (
    <Section view={view} name="materials">
      {materials.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <div data-checklist={shown.id}>
          <p class={unfolded ? "muted" : "muted no-print"}>
            <span>{words.count(materials.length)}</span>{" "}
            {unfolded ? null : (
              <>
                <span class="js-only" data-ready={words.ready} aria-live="polite" />{" "}
                <span class="js-only">{words.lead}</span>
              </>
            )}
          </p>
          <ul class="bring">
            {materials.map((material, index) => (
              <MaterialRow view={view} material={material} index={index} open={unfolded} />
            ))}
          </ul>
          {unfolded ? null : (
            <div class="bring__actions no-print">
              <button
                type="button"
                class="govuk-button govuk-button--secondary js-only"
                data-share={links.self}
                data-share-title={words.shareTitle(taskName)}
                data-copied={words.shared}
              >
                <span data-copy-text="" aria-live="polite">
                  {words.share}
                </span>
              </button>
              <a class="govuk-button govuk-button--secondary" href={paths.guidePrint(shown.id)}>
                <Icon name="print" />
                {words.print}
              </a>
            </div>
          )}
        </div>
      )}
    </Section>
  );
}

const colours: Readonly<Record<string, TagColour>> = { 必要: "yellow", 容缺后补: "green" };

interface MaterialProps {
  view: View;
  material: Material;
}

function MaterialRow({
  view,
  material,
  index,
  open,
}: MaterialProps & { index: number; open?: boolean | undefined }) {
  const { materialName, isNeed } = material;
  const id = `material-${index + 1}`;
  return (
    <li class="bring__item">
      <input class="bring__box" type="checkbox" id={id} value={materialName} autocomplete="off" />
      <div>
        <label class="bring__name" for={id}>
          <span lang={saidIn(view)} data-name="">
            {materialName}
          </span>{" "}
          {isNeed ? (
            <Tag colour={colours[isNeed.name] ?? "grey"}>
              <NameOf view={view} coded={isNeed} />
            </Tag>
          ) : null}
        </label>
        <Facts view={view} material={material} />
        <More view={view} material={material} open={open} />
        <Files view={view} material={material} />
      </div>
    </li>
  );
}

/** How many, in which form, and where one gets it. */
function Facts({ view, material }: MaterialProps) {
  const words = guideCopy(view.lang).guide.materials;
  const { pageNum, copyNum, materialFormat, sourceType } = material;
  const facts = [
    pageNum ? words.pages(pageNum) : null,
    copyNum ? words.copies(copyNum) : null,
    materialFormat ? <NameOf view={view} coded={materialFormat} /> : null,
    sourceType ? <NameOf view={view} coded={sourceType} /> : null,
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <p class="bring__facts" data-facts="">
      {facts.map((fact, index) => (
        <>
          {index > 0 ? " · " : null}
          {fact}
        </>
      ))}
    </p>
  );
}

function More({ view, material, open }: MaterialProps & { open?: boolean | undefined }) {
  const words = guideCopy(view.lang).guide.materials;
  const texts = (
    [
      [words.standard, material.acceptStand],
      [words.fill, material.fillExplain],
      [words.source, material.sourceExplain],
      [words.size, material.pageFormat],
      [words.basis, material.byLaw],
    ] as const
  ).filter(([, text]) => text);
  if (texts.length === 0) return null;
  return (
    <Details summary={words.more} class="bring__more" open={open}>
      {texts.map(([title, text]) => (
        <>
          <h3 class="bring__title">{title}</h3>
          <SaidText view={view} text={text ?? ""} />
        </>
      ))}
    </Details>
  );
}

function Files({ view, material }: MaterialProps) {
  const words = guideCopy(view.lang).guide.materials;
  const files = [
    [words.form, paths.outside(material.form)],
    [words.example, paths.outside(material.example)],
  ] as const;
  if (files.every(([, href]) => href === undefined)) return null;
  return (
    <p class="bring__files no-print">
      {files.map(([text, href]) =>
        href ? (
          <a href={href} rel="noopener noreferrer">
            <Icon name="download" />
            {text}
            <span class="govuk-visually-hidden" lang={saidIn(view)}>
              {" "}
              {material.materialName}
            </span>
          </a>
        ) : null,
      )}
    </p>
  );
}
