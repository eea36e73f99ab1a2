/** How ratios are measured on a machine that is shared and noisy: in turns, many times, and the median counts. */

export interface Measured {
  readonly wallMilliseconds: number;
  readonly cpuMilliseconds: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Wall and CPU time of this process for one piece of work. */
export async function time(work: () => Promise<unknown>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const wallMilliseconds = performance.now() - started;
  const used = process.cpuUsage(cpu);
  return { wallMilliseconds, cpuMilliseconds: (used.user + used.system) / 1000 };
}

/** Runs all works in turns, so that a slow moment of the machine meets each of them; medians of each. */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => Promise<Measured>>>,
  rounds: number,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(works) as Name[];
  const seen = new Map<Name, Measured[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) seen.get(name)?.push(await works[name]());
  return Object.fromEntries(
    names.map((name) => {
      const all = seen.get(name) ?? [];
      const wallMilliseconds = median(all.map((each) => each.wallMilliseconds));
      return [name, { wallMilliseconds, cpuMilliseconds: median(all.map((each) => each.cpuMilliseconds)) }];
    }),
  ) as Record<Name, Measured>;
}

export interface Row {
  readonly what: string;
  readonly floor: string;
  readonly ratio: number;
  /** The ratio that is asked for, where one is. */
  readonly aim?: number;
  readonly detail: string;
}

/** Something that can be done over and over, where there is much of it or little. */
export interface Standing {
  /** `perRound` times what is measured. */
  readonly work: () => Promise<void>;
  readonly stop: () => Promise<unknown>;
}

/** What something costs where there is a hundred times as much, against where there is little; ends both. */
export async function growth(
  { small, large }: { readonly small: Standing; readonly large: Standing },
  { what, floor, perRound, rounds }: { what: string; floor: string; perRound: number; rounds: number },
): Promise<Row> {
  try {
    await small.work();
    await large.work();
    const works = { small: () => time(small.work), large: () => time(large.work) };
    const measured = await inTurns(works, rounds);
    const a = measured.small.wallMilliseconds / perRound;
    const b = measured.large.wallMilliseconds / perRound;
    const detail = `${b.toFixed(2)} ms against ${a.toFixed(2)} ms`;
    return { what, floor, ratio: b / a, aim: 1.2, detail };
  } finally {
    await small.stop();
    await large.stop();
  }
}

export function printRows(rows: readonly Row[]): void {
  console.log("| what | against | ratio | aim | detail |\n| --- | --- | --- | --- | --- |");
  for (const { what, floor, ratio, aim, detail } of rows) {
    const asked = aim === undefined ? "" : `<= ${aim}${ratio > aim ? " **missed**" : ""}`;
    console.log(`| ${what} | ${floor} | ${ratio.toFixed(2)} | ${asked} | ${detail} |`);
  }
}
