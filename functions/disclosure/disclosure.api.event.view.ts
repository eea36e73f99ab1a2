/** An event of a case as the API answers it to an office. */
import type { OfficeCase } from "./disclosure.api.office.shapes.ts";
import { fileView } from "./disclosure.api.view.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { OutcomeCode } from "./disclosure.outcome.ts";

type EventView = OfficeCase["events"][number];

export const eventView = (event: DisclosureEvent): EventView => ({
  n: event.n,
  kind: event.kind,
  at: event.at,
  by: { ...event.by },
  ...dataView(event),
});

/** Of the submission nothing: the application stands beside the events, its secrets nowhere. Of the rest nothing that is sealed. */
function dataView(event: DisclosureEvent): Partial<EventView> {
  switch (event.kind) {
    case "attach":
    case "add_scan":
      return { file: fileView(event.data.file) };
    case "confirm_receipt":
      return { on: event.data.on };
    case "answer":
      return { on: event.data.on, delivery: event.data.delivery };
    case "import":
      return { on: event.data.on, outcome: event.data.outcome as OutcomeCode, title: event.data.title };
    case "assign":
      return { assignee: { id: event.data.assignee.id, name: event.data.assignee.name } };
    case "return":
    case "refuse_extension":
    case "waive_fee":
      return { reason: event.data.reason };
    case "ask_correction":
    case "ask_extension":
    case "ask_reasons":
    case "give_reasons":
    case "delay":
    case "record_service":
    case "lapse_consultation":
    case "notify_fee":
    case "record_payment":
      return { ...event.data };
    case "transfer":
      return { toUnit: event.data.unit, reason: event.data.reason };
    case "split":
      return { parts: event.data.parts.map((part) => ({ ...part })) };
    case "consult": {
      const { name: _sealed, email: _too, ...rest } = event.data;
      return rest;
    }
    case "opine": {
      const { respondent: _sealed, ...rest } = event.data;
      return rest;
    }
    case "correct": {
      const { on, title, description } = event.data;
      return { on, title, description };
    }
    case "lapse":
      return { outcome: event.data.outcome as OutcomeCode };
    case "propose":
      return replyView(event.data);
    default:
      return {};
  }
}

/** A reply, proposed or given. */
export const replyView = ({
  outcome,
  reply,
  files,
  objection,
  earlier,
  pointer,
}: Pick<
  NonNullable<DisclosureHead["answer"]>,
  "outcome" | "reply" | "files" | "objection" | "earlier" | "pointer"
>) => ({
  outcome: outcome as OutcomeCode,
  reply,
  files: files.map(fileView),
  ...(objection === undefined ? {} : { objection }),
  ...(earlier === undefined ? {} : { earlier }),
  ...(pointer === undefined ? {} : { pointer }),
});
