/** Works out what a challenge asks (ALTCHA's protocol), while the page says so; there is nothing to see and nothing to do. */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

async function prove(field: HTMLInputElement): Promise<void> {
  const { challenge } = JSON.parse(atob(field.value));
  const { said = "", working = "", done = "" } = field.dataset;
  // Spoken by whoever reads the page out, because the line is a status.
  const line = document.getElementById(said);
  const before = line?.textContent ?? "";
  const say = (text: string) => {
    if (line) line.textContent = text;
  };
  say(working);
  // Where it cannot be done, waiting as the page said is as good.
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null);
  if (solution === null) return say(before);
  const { counter, derivedKey } = solution;
  field.value = btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  say(done);
}

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-said]")) void prove(field);
