import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { bookingPaths } from "../../paths.booking.ts";
import type { View } from "../../view.ts";
import { rulesWords } from "./words.ts";

/** What a person may have here, before they fill in anything, with the way to what they have already. */
export function RulesFirst({ view, rules }: { view: View; rules: RuleSet }) {
  const { check, services } = bookingCopy(view.lang);
  return (
    <section aria-labelledby="rules">
      <h2 class="govuk-heading-s" id="rules">
        {check.rules}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {rulesWords(rules, view.lang).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        {services.existing}{" "}
        <a class="govuk-link" href={bookingPaths.find()}>
          {services.find}
        </a>
      </p>
    </section>
  );
}
