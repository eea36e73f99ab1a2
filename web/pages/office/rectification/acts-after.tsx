import { Card, Checkboxes, Select, Textarea } from "../../../components/index.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import type { RectificationActsProps } from "./act-form.tsx";
import { back, Form } from "./act-form.tsx";

export function Approve(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).acts.approve;
  const { value, error, id } = back(props, "approve");
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text}</p>
      <Form {...props} act="approve" button={words.button}>
        <Checkboxes
          name="tick"
          id={id("tick")}
          class="govuk-checkboxes--small"
          items={[{ value: "yes", label: words.tick }]}
          values={value("tick") === "yes" ? ["yes"] : []}
          error={error("tick")}
        />
      </Form>
    </Card>
  );
}

export function Return(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).acts.return;
  const { value, error, id } = back(props, "return");
  return (
    <Card title={words.title} headingLevel={3}>
      <Form {...props} act="return" button={words.button}>
        <Textarea
          name="reason"
          id={id("reason")}
          label={words.field}
          rows={3}
          value={value("reason")}
          error={error("reason")}
        />
      </Form>
    </Card>
  );
}

export function Transfer(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).acts.transfer;
  const { value, error, id } = back(props, "transfer");
  return (
    <Card title={words.title} headingLevel={3}>
      <Form {...props} act="transfer" button={words.button}>
        <Select
          name="unit"
          id={id("unit")}
          label={words.unit}
          value={value("unit")}
          options={[
            { value: "", text: words.choose },
            ...props.units.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          error={error("unit")}
        />
        <Textarea
          name="reason"
          id={id("reason")}
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          value={value("reason")}
          error={error("reason")}
        />
      </Form>
    </Card>
  );
}

export function Archive(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).acts.archive;
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text}</p>
      <Form {...props} act="archive" button={words.button} />
    </Card>
  );
}
