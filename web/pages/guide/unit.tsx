import type { UnitProfile } from "../../../functions/guide/guide.unit.ts";
import type { FacetCount } from "../../../functions/search/search.ts";
import { Card } from "../../components/card.tsx";
import type { Contact } from "../../components/contact-card.tsx";
import { Icon } from "../../components/icon.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { Calls } from "./contacts.tsx";
import { GuideHelp } from "./help.tsx";
import { Address, Hours } from "./places.tsx";
import { Said, SaidText, saidIn } from "./said.tsx";

export interface GuideUnitsProps {
  view: View;
  units: readonly FacetCount[];
  contact: Contact;
}

/** Every organ that has guides, each leading to what it is charged with. */
export function GuideUnitsPage({ view, units, contact }: GuideUnitsProps) {
  const words = guideCopy(view.lang).search.unit;
  return (
    <Page view={view} title={words.all} back={paths.guides()} current="guides" wide phone={contact.phone}>
      <h1 class="govuk-heading-l">{words.all}</h1>
      <p class="govuk-body">{units.length > 0 ? words.allLead : words.none}</p>
      {units.length > 0 ? (
        <ul class="links card">
          {units.map(({ value, label }) => (
            <Entry view={view} href={paths.guideUnit(value)} text={label} />
          ))}
        </ul>
      ) : null}
      <GuideHelp view={view} contact={contact} />
    </Page>
  );
}

function Entry({ view, href, text }: { view: View; href: string; text: string }) {
  return (
    <li>
      <a class="links__link" href={href}>
        <span lang={saidIn(view)}>{text}</span>
        <Icon name="forward" />
      </a>
    </li>
  );
}

export interface GuideUnitProps {
  view: View;
  unit: string;
  profile: UnitProfile;
  /** The first of its guides, and how many there are. */
  guides: readonly { id: string; name: string }[];
  total: number;
  /** A map's search with `{address}` in it; without it there are no map links. */
  mapSearch: string | undefined;
  contact: Contact;
}

/** One organ: what it is charged with, where it is, whom to call, and what can be done there. */
export function GuideUnitPage({ view, unit, profile, guides, total, mapSearch, contact }: GuideUnitProps) {
  const copies = guideCopy(view.lang);
  const words = copies.search.unit;
  return (
    <Page
      view={view}
      title={words.title(profile.name)}
      back={paths.guideUnits()}
      current="guides"
      wide
      phone={contact.phone}
    >
      <h1 class="govuk-heading-l">
        <Said view={view}>{profile.name}</Said>
      </h1>
      <div class="columns">
        <div>
          <Card title={words.duty}>
            {profile.duties.length === 0 ? <p class="govuk-body">{words.noDuty}</p> : null}
            {profile.duties.map((duty) => (
              <SaidText view={view} text={duty} />
            ))}
          </Card>
          <Card title={words.guides(total)}>
            <ul class="links">
              {guides.map(({ id, name }) => (
                <Entry view={view} href={paths.guide(id)} text={name} />
              ))}
            </ul>
            {total > guides.length ? (
              <a class="govuk-link" href={paths.guidesBy({ unit })}>
                {words.more(total)}
              </a>
            ) : null}
          </Card>
        </div>
        <div class="columns__side">
          <Card title={words.contacts}>
            <dl class="calls">
              <Calls view={view} term={copies.guide.contacts.ask} phones={profile.linkWay} />
              <Calls view={view} term={copies.guide.contacts.complain} phones={profile.superviseWay} />
            </dl>
          </Card>
          {profile.places.length === 0 ? null : (
            <Card title={words.places}>
              <ul class="places">
                {profile.places.map(({ name, address, hours }) => (
                  <li class="places__item">
                    {name ? (
                      <strong>
                        <Said view={view}>{name}</Said>
                      </strong>
                    ) : null}
                    <Address view={view} text={address} mapSearch={mapSearch} />
                    {hours ? <Hours view={view} text={hours} /> : null}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
