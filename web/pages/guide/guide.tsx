import { Breadcrumbs } from "../../components/breadcrumbs.tsx";
import { Tag } from "../../components/tag.tsx";
import { WarningText } from "../../components/warning-text.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { AboutSection } from "./about.tsx";
import { ConditionsSection } from "./conditions.tsx";
import { ContactsSection, QuestionsSection, RemedySection } from "./contacts.tsx";
import { Doors } from "./doors.tsx";
import { Glance } from "./glance.tsx";
import { LimitsSection } from "./limits.tsx";
import { MaterialsSection } from "./materials.tsx";
import { FeesSection, ResultsSection } from "./outcome.tsx";
import { PlacesSection } from "./places.tsx";
import { NameOf, Said } from "./said.tsx";
import { SavedNote } from "./saved.tsx";
import type { GuideProps } from "./shown.ts";
import { GuideSide } from "./side.tsx";

/** One guide: what is needed at once, then the answers in the order in which people ask. */
export function GuidePage(props: GuideProps) {
  const { view, shown, contact } = props;
  const words = guideCopy(view.lang);
  const { taskName, topics } = shown.guide;
  const crumbs = [
    { text: words.guide.title, href: paths.guides() },
    ...topics.slice(0, 1).map((topic) => ({
      text: <Said view={view}>{topic}</Said>,
      href: paths.guidesBy({ topic }),
    })),
  ];
  const label = copy(view.lang).common.breadcrumbs;
  return (
    <Page
      view={view}
      title={taskName}
      before={<Breadcrumbs label={label} items={crumbs} />}
      current="guides"
      wide
      phone={contact.phone}
    >
      <SavedNote view={view} />
      <GuideHead {...props} />
      <div class="columns guide" data-guide={shown.id}>
        <div>
          <ConditionsSection {...props} />
          <MaterialsSection {...props} />
          <PlacesSection {...props} />
          <LimitsSection {...props} />
          <FeesSection {...props} />
          <ResultsSection {...props} />
          <QuestionsSection {...props} />
          <ContactsSection {...props} />
          <RemedySection {...props} />
          <AboutSection {...props} />
        </div>
        <GuideSide {...props} />
      </div>
    </Page>
  );
}

/** The name, for whom it is, whether it can be done now, and what there is to know at a glance. */
export function GuideHead(props: GuideProps) {
  const { view, shown, stale } = props;
  const words = guideCopy(view.lang).guide;
  const { taskName, deptName, serverType, projectType } = shown.guide;
  const common = copy(view.lang).common;
  return (
    <div class="guide-head">
      <h1 class="govuk-heading-l">
        <Said view={view}>{taskName}</Said>
      </h1>
      <p class="guide-head__line">
        <Said view={view}>{deptName}</Said>
        {serverType.length > 0 ? (
          <span>
            {words.audience}
            {serverType.map((coded, index) => (
              <>
                {index > 0 ? words.audienceJoin : null}
                <NameOf view={view} coded={coded} />
              </>
            ))}
          </span>
        ) : null}
        {projectType ? (
          <Tag colour="grey">
            <NameOf view={view} coded={projectType} />
          </Tag>
        ) : null}
      </p>
      {words.language ? <p class="muted">{words.language}</p> : null}
      {shown.state === "paused" ? (
        <WarningText prefix={common.warning}>
          {words.paused}
          {shown.reason ? (
            <span class="guide-head__reason">
              {words.pausedLead}
              <Said view={view}>{shown.reason}</Said>
            </span>
          ) : null}
          <span class="guide-head__reason">{words.pausedNext}</span>
        </WarningText>
      ) : null}
      {stale && shown.state !== "paused" ? (
        <WarningText prefix={common.warning}>{words.stale}</WarningText>
      ) : null}
      <Glance {...props} />
      <Doors {...props} />
    </div>
  );
}
