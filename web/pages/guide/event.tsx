import type { LifeEventPackage, PackageMaterial } from "../../../functions/guide/guide.package.ts";
import type { Contact } from "../../components/contact-card.tsx";
import { Icon } from "../../components/icon.tsx";
import { Tag } from "../../components/tag.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { GuideHelp } from "./help.tsx";
import { limitText, Said, saidIn } from "./said.tsx";
import { SavedNote } from "./saved.tsx";

export interface EventProps {
  view: View;
  name: string;
  found: LifeEventPackage;
  /** Ids of those that are paused. */
  paused: readonly string[];
  contact: Contact;
}

/** 一件事: everything for one life event in the order that works, and one list of what to bring for all of it. */
export function LifeEventPage({ view, name, found, paused, contact }: EventProps) {
  const words = guideCopy(view.lang).guide.event;
  return (
    <Page
      view={view}
      title={words.title(name)}
      back={paths.guides()}
      current="guides"
      wide
      phone={contact.phone}
    >
      <SavedNote view={view} />
      <p class="muted kicker">{words.kicker}</p>
      <h1 class="govuk-heading-l" lang={saidIn(view)}>
        {name}
      </h1>
      <p class="lead">{words.lead(found.parts.length, found.units.length)}</p>
      <div class="columns">
        <section class="card">
          <h2 class="card__title">{words.order}</h2>
          <ol class="timeline">
            {found.parts.map((part, index) => (
              <Part view={view} part={part} index={index} isPaused={paused.includes(part.id)} />
            ))}
          </ol>
        </section>
        <div class="columns__side">
          <section class="card" data-checklist={`event ${name}`}>
            <h2 class="card__title">{words.materials}</h2>
            <p class="muted">{words.materialsLead}</p>
            <ul class="bring">
              {found.materials.map((material, index) => (
                <Merged view={view} material={material} index={index} />
              ))}
            </ul>
          </section>
          <GuideHelp view={view} contact={contact} />
        </div>
      </div>
    </Page>
  );
}

interface PartProps {
  view: View;
  part: LifeEventPackage["parts"][number];
  index: number;
  isPaused: boolean;
}

function Part({ view, part, index, isPaused }: PartProps) {
  const words = guideCopy(view.lang).guide.event;
  const { taskName, deptName, promise } = part.guide;
  return (
    <li class="timeline__item">
      <p class="timeline__title">
        <span class="muted">{words.step(index + 1)} </span>
        <a href={paths.guide(part.id)} lang={saidIn(view)}>
          {taskName}
        </a>{" "}
        {isPaused ? <Tag colour="yellow">{words.paused}</Tag> : null}
      </p>
      <p class="timeline__meta">
        <Said view={view}>{deptName}</Said>
        {promise ? (
          <span>
            <Icon name="clock" /> {limitText(view, promise)}
          </span>
        ) : null}
      </p>
    </li>
  );
}

interface MergedProps {
  view: View;
  material: PackageMaterial;
  index: number;
}

/** What is handed out on the way is named, so that nobody looks for it at home. */
function Merged({ view, material, index }: MergedProps) {
  const words = guideCopy(view.lang).guide;
  const { name, pageNum, copyNum, neededFor, givenBy } = material;
  const id = `material-${index + 1}`;
  const steps = words.event.neededFor(neededFor.map((place) => place + 1).join(words.event.join));
  const counts = [
    ...(pageNum > 0 ? [words.materials.pages(pageNum)] : []),
    ...(copyNum > 0 ? [words.materials.copies(copyNum)] : []),
    steps,
  ];
  return (
    <li class="bring__item">
      {givenBy === undefined ? (
        <input class="bring__box" type="checkbox" id={id} value={name} autocomplete="off" />
      ) : (
        <Icon name="check" class="bring__given" />
      )}
      <div>
        {givenBy === undefined ? (
          <label class="bring__name" for={id}>
            <span lang={saidIn(view)} data-name="">
              {name}
            </span>
            <span class="bring__facts" data-facts="">
              {counts.join(" · ")}
            </span>
          </label>
        ) : (
          <>
            <span class="bring__name" lang={saidIn(view)}>
              {name}
            </span>
            <p class="bring__facts">
              {words.event.givenBy(givenBy + 1)} · {steps}
            </p>
          </>
        )}
      </div>
    </li>
  );
}
