import type { ShownErrors } from "../../components/index.ts";
import { Button, Card, Checkboxes, Textarea } from "../../components/index.ts";
import { reportCopy } from "../../copy/office-report.ts";
import { paths } from "../../paths.ts";
import type { ReportPageProps } from "./report.tsx";

/** Publishing what is seen, or amending what was published; it asks once, in words that say what follows. */
export function PublishForm({
  view,
  place,
  record,
  reason,
  shown,
}: ReportPageProps & { shown: ShownErrors }) {
  const words = reportCopy(view.lang).publish;
  const isFirst = record.frozen.length === 0;
  return (
    <Card title={isFirst ? words.title : words.amendTitle} id="publish">
      <p class="govuk-body">{isFirst ? words.text : words.amendText}</p>
      <form method="post" action={paths.officeReportFreeze(place)} novalidate>
        <input type="hidden" name="hash" value={record.hash} />
        {isFirst ? null : (
          <Textarea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            value={reason}
            error={shown.at("reason")}
          />
        )}
        <Checkboxes
          name="tick"
          class="govuk-checkboxes--small"
          items={[{ value: "yes", label: words.tick }]}
          values={[]}
          error={shown.at("tick")}
        />
        <Button preventDoubleClick>{isFirst ? words.button : words.amendButton}</Button>
      </form>
    </Card>
  );
}
