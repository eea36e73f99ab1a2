import type { CounterSheet } from "../../../../functions/visit/visit.sheet.ts";
import type { Ticket } from "../../../../functions/visit/visit.ts";
import type { ShownErrors } from "../../../components/index.ts";
import { Details, Input, Select } from "../../../components/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import type { View } from "../../../view.ts";
import { ActForm } from "./act-form.tsx";

export interface TransferProps {
  view: View;
  sheet: CounterSheet;
  ticket: Ticket;
  shown: ShownErrors;
  reason?: string | undefined;
}

/** To another counter or for another service; who has waited does not wait anew. */
export function Transfer({ view, sheet, ticket, shown, reason }: TransferProps) {
  const words = visitCopy(view.lang).desk.counter;
  const options = [
    { value: "", text: "" },
    ...sheet.place.counters
      .filter(({ id }) => id !== sheet.counter.id)
      .map(({ id, sign }) => ({ value: `counter:${id}`, text: words.toCounter(sign) })),
    ...sheet.hall.services.map(({ id, name }) => ({
      value: `service:${id}`,
      text: words.toService(name[view.lang]),
    })),
  ];
  return (
    <Details summary={words.transfer} open={shown.at("to") !== undefined || shown.at("reason") !== undefined}>
      <ActForm ticket={ticket} counter={sheet.counter.id} action="transfer" text={words.transferButton}>
        <Select name="to" label={words.to} options={options} error={shown.at("to")} />
        <Input name="reason" label={words.reason} value={reason} maxlength={100} error={shown.at("reason")} />
      </ActForm>
    </Details>
  );
}
