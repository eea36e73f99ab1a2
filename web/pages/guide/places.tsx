import { Icon } from "../../components/icon.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { Said } from "./said.tsx";
import { Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

/** Every place with its hours and a way to find it; where the guide names none, the hall. */
export function PlacesSection({ view, shown, contact, links }: GuideProps) {
  const words = guideCopy(view.lang).guide.places;
  const { places, isExpress, onlinePlatform } = shown.guide;
  const { online, mobile, mapSearch } = links;
  const way = online ?? mobile;
  return (
    <Section view={view} name="places">
      {places.length === 0 && !way ? <p class="govuk-body">{words.hall}</p> : null}
      {places.length === 0 && way ? null : (
        <ul class="places">
          {places.length === 0 ? (
            <li class="places__item">
              <strong>{contact.hall}</strong>
              <Address text={contact.address} view={view} mapSearch={mapSearch} own />
              <Hours text={contact.hours} view={view} own />
            </li>
          ) : (
            places.map(({ name, address, hours }) => (
              <li class="places__item">
                {name ? (
                  <strong>
                    <Said view={view}>{name}</Said>
                  </strong>
                ) : null}
                <Address text={address} view={view} mapSearch={mapSearch} />
                {hours ? <Hours text={hours} view={view} /> : null}
              </li>
            ))
          )}
        </ul>
      )}
      {way ? (
        <p class="govuk-body">
          {places.length > 0 ? `${words.onlineTitle} ` : null}
          <a href={way.href} rel="noopener noreferrer">
            {onlinePlatform ? <Said view={view}>{onlinePlatform}</Said> : words.platform}
          </a>
        </p>
      ) : null}
      {isExpress ? <p class="govuk-body">{words.express}</p> : null}
    </Section>
  );
}

interface FactProps {
  view: View;
  text: string;
  /** Ours, in the page's language, not an office's Chinese. */
  own?: boolean | undefined;
}

export function Address({ view, text, own, mapSearch }: FactProps & { mapSearch: string | undefined }) {
  const words = guideCopy(view.lang).guide.places;
  return (
    <span class="places__fact">
      <Icon name="place" />
      <span>
        {own ? text : <Said view={view}>{text}</Said>}
        {mapSearch ? (
          <a class="places__map no-print" href={paths.map(mapSearch, text)} rel="noopener noreferrer">
            {words.map}
            <span class="govuk-visually-hidden">{words.mapHint}</span>
          </a>
        ) : null}
      </span>
    </span>
  );
}

export function Hours({ view, text, own }: FactProps) {
  const words = guideCopy(view.lang).guide.places;
  return (
    <span class="places__fact">
      <Icon name="clock" />
      <span>
        <span class="govuk-visually-hidden">{words.hours} </span>
        {own ? text : <Said view={view}>{text}</Said>}
      </span>
    </span>
  );
}
