import { Button, ButtonGroup } from "../../components/button.tsx";
import { guideCopy } from "../../copy/guide.ts";
import type { Door, GuideProps } from "./shown.ts";

/** To where it is handed in and booked; paper leads nowhere by itself, and a paused guide has none, because what it leads to may not answer. */
export function Doors({ view, shown, links, unfolded }: GuideProps) {
  const words = guideCopy(view.lang).guide.doors;
  const { online, mobile, book } = links;
  if (unfolded || shown.state === "paused" || !(online || mobile || book)) return null;
  return (
    <div class="no-print">
      <ButtonGroup>
        <DoorButton door={online} text={words.online} outside={words.outside} />
        <DoorButton
          door={mobile}
          text={words.mobile}
          outside={words.outside}
          kind={online ? "secondary" : "primary"}
        />
        <DoorButton
          door={book}
          text={words.book}
          outside={words.outside}
          kind={online || mobile ? "secondary" : "primary"}
        />
      </ButtonGroup>
    </div>
  );
}

interface DoorButtonProps {
  door: Door | undefined;
  text: string;
  outside: string;
  kind?: "primary" | "secondary" | undefined;
}

function DoorButton({ door, text, outside, kind }: DoorButtonProps) {
  if (!door) return null;
  return (
    <Button href={door.href} kind={kind}>
      {text}
      {door.outside ? <span class="govuk-visually-hidden">{outside}</span> : null}
    </Button>
  );
}
