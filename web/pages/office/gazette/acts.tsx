import type { GazetteAction } from "../../../../functions/gazette/gazette.flow.ts";
import type { FieldError } from "../../../components/attributes.ts";
import { Button, Card, Textarea } from "../../../components/index.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { gazettePaths } from "../../../paths.gazette.ts";
import { formatDay } from "../../../words.ts";
import type { OfficeGazetteProps } from "./item.tsx";

type Props = OfficeGazetteProps & { error: FieldError | undefined };

const targets: Readonly<Record<"work" | "live", readonly GazetteAction[]>> = {
  work: ["edit", "hand_in", "take_back", "approve", "return", "discard"],
  live: ["revise", "check", "withdraw"],
};
const reasoned: readonly GazetteAction[] = ["return", "withdraw"];
const first: readonly GazetteAction[] = ["hand_in", "approve", "check"];

/** What this person may do with what is written, or with what is public. */
export function GazetteActs(props: Props & { target: "work" | "live" }) {
  const actions = targets[props.target].filter((action) => props.actions.includes(action));
  if (actions.length === 0) return null;
  return (
    <Card class="gazette-acts">
      {actions.map((action) => (
        <Act {...props} action={action} />
      ))}
    </Card>
  );
}

function Act({ view, head, action, error, refused }: Props & { action: GazetteAction }) {
  const words = officeGazetteCopy(view.lang);
  if (action === "edit")
    return (
      <p class="act__form">
        <Button kind="secondary" href={gazettePaths.edit(head.id)}>
          {words.acts.edit}
        </Button>
      </p>
    );
  const isReasoned = reasoned.includes(action);
  const { from } = head.work?.content ?? {};
  const later = action === "approve" && from !== undefined;
  return (
    <form method="post" action={gazettePaths.act(head.id, action)} class="act__form" novalidate>
      <input type="hidden" name="version" value={String(head.version)} />
      {isReasoned ? (
        <Textarea
          name="reason"
          id={`reason-${action}`}
          label={`${words.acts[action]}：${words.labels.reason}`}
          hint={words.hints.reason}
          rows={2}
          value={refused?.deed === action ? refused.reason : undefined}
          error={refused?.deed === action ? error : undefined}
        />
      ) : null}
      <Button kind={first.includes(action) ? undefined : "secondary"} preventDoubleClick>
        {later ? words.approveLater(formatDay(from, view.lang)) : words.acts[action]}
      </Button>
    </form>
  );
}
