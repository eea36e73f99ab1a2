import type { Content } from "./attributes.ts";

export type LightColour = "green" | "amber" | "red" | "grey";

/** A shape of its own for each colour, so that a light can be told without seeing colours. */
const shapes: Record<LightColour, string> = {
  green: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z",
  amber: "M8 1.5 15 14H1Z",
  red: "M2.5 2.5h11v11h-11Z",
  grey: "M8 2.75a5.25 5.25 0 1 1 0 10.5 5.25 5.25 0 0 1 0-10.5Z",
};

/** A status light: word, shape and colour say the same. */
export function Light({ colour, children }: { colour: LightColour; children?: Content }) {
  return (
    <span class={`light light--${colour}`}>
      <svg class="light__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[colour]} />
      </svg>
      {children}
    </span>
  );
}
