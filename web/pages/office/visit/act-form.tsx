import type { Ticket } from "../../../../functions/visit/visit.ts";
import type { Content } from "../../../components/index.ts";
import { Button } from "../../../components/index.ts";
import { paths } from "../../../paths.ts";

export interface ActFormProps {
  ticket: Pick<Ticket, "hall" | "place" | "number" | "version">;
  action: string;
  text: string;
  kind?: "primary" | "secondary" | "warning" | undefined;
  /** Where it leads back to: the page of this counter; the ticket's own page otherwise. */
  counter?: string | undefined;
  /** Finishes and calls the next one under this name of the form. */
  next?: { key: string; text: string } | undefined;
  children?: Content;
}

/** One button for one thing that happens to a ticket, on the condition that it stands as it was seen. */
export function ActForm({ ticket, action, text, kind = "secondary", counter, next, children }: ActFormProps) {
  return (
    <form method="post" action={paths.officeTicketAct(ticket, ticket.number, action)} novalidate>
      <input type="hidden" name="version" value={String(ticket.version)} />
      {counter ? <input type="hidden" name="counter" value={counter} /> : null}
      {next ? <input type="hidden" name="key" value={next.key} /> : null}
      {children}
      {next ? (
        <Button name="next" value="yes" preventDoubleClick>
          {next.text}
        </Button>
      ) : null}
      <Button kind={kind} preventDoubleClick>
        {text}
      </Button>
    </form>
  );
}
