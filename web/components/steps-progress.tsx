/** Where a form stands, in words ("第 3 步，共 6 步"), with a bar that repeats it for the eye. */
export function StepsProgress({ at, of, text }: { at: number; of: number; text: string }) {
  return (
    <div class="steps-progress">
      <p class="steps-progress__text">{text}</p>
      <div class="steps-progress__bar" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span
            class={index < at ? "steps-progress__part steps-progress__part--done" : "steps-progress__part"}
          />
        ))}
      </div>
    </div>
  );
}
