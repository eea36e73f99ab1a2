import { Qr } from "../../components/qr.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import { Said } from "./said.tsx";
import type { SectionName } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

const order: readonly SectionName[] = [
  "conditions",
  "materials",
  "places",
  "limits",
  "fees",
  "results",
  "questions",
  "contacts",
  "remedy",
  "about",
];

/** What stays in sight at a desk and stands at the foot on a phone: the contents, the life events, the code to scan. */
export function GuideSide({ view, shown, links }: GuideProps) {
  const words = guideCopy(view.lang).guide;
  const { lifeEvents, questions } = shown.guide;
  const sections = order.filter((name) => name !== "questions" || questions.length > 0);
  return (
    <div class="guide__side no-print">
      <nav class="card guide__contents" aria-label={words.contents}>
        <h2 class="card__title">{words.contents}</h2>
        <ul class="guide__links">
          {sections.map((name) => (
            <li>
              <a href={`#${name}`}>{words.sections[name].short}</a>
            </li>
          ))}
        </ul>
      </nav>
      {lifeEvents.length > 0 ? (
        <section class="card">
          <h2 class="card__title">{words.events}</h2>
          <ul class="quick">
            {lifeEvents.map((name) => (
              <li>
                <a class="quick__link" href={paths.lifeEvent(name)}>
                  <Said view={view}>{name}</Said>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div class="card receipt__qr">
        <Qr modules={links.qr} label={words.about.qrLabel(links.self)} />
        <p>{words.about.qr}</p>
      </div>
    </div>
  );
}
