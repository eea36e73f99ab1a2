import { Card, Input, Radios, Select, Textarea } from "../../../components/index.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { rectificationCopy } from "../../../copy/rectification.ts";
import { wordFor } from "../queue-table.tsx";
import type { RectificationActsProps } from "./act-form.tsx";
import { back, Form } from "./act-form.tsx";

export function Assign(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).acts.assign;
  const { value, error, id } = back(props, "assign");
  return (
    <Card title={words.title} headingLevel={3}>
      {props.handlers.length === 0 ? (
        <p class="govuk-body">{words.nobody}</p>
      ) : (
        <Form {...props} act="assign" button={words.button}>
          <Select
            name="assignee"
            id={id("assignee")}
            label={words.field}
            value={value("assignee")}
            options={[
              { value: "", text: words.choose },
              ...props.handlers.map((one) => ({ value: one.id, text: one.name })),
            ]}
            error={error("assignee")}
          />
        </Form>
      )}
    </Card>
  );
}

export function Propose(props: RectificationActsProps) {
  const words = officeRectificationCopy(props.lang).acts.propose;
  const names: Readonly<Record<string, string>> = rectificationCopy(props.lang).outcomes;
  const { value, error, id } = back(props, "propose");
  return (
    <Card title={words.title} headingLevel={3}>
      <Form {...props} act="propose" button={words.button}>
        <Radios
          name="outcome"
          id={id("outcome")}
          class="govuk-radios--small"
          legend={{ text: words.outcome, size: "s" }}
          items={props.outcomes.map((each) => ({ value: each, label: wordFor(names, each) }))}
          value={value("outcome")}
          error={error("outcome")}
        />
        <Textarea
          name="reply"
          id={id("reply")}
          label={words.reply}
          labelSize="s"
          hint={words.replyHint}
          rows={6}
          value={value("reply")}
          error={error("reply")}
        />
        <Input
          name="organ"
          id={id("organ")}
          label={words.organ}
          labelSize="s"
          hint={words.organHint}
          value={value("organ")}
          error={error("organ")}
        />
      </Form>
    </Card>
  );
}
