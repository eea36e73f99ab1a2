/** Whether counts are what chance gives: Pearson's chi-squared against equal shares. */
export function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** What a fair draw stays under in 999 of 1,000 cases, by degrees of freedom (Wilson and Hilferty's approximation). */
export const chiSquaredLimit = (degrees: number): number => {
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + 3.09 * Math.sqrt(part)) ** 3;
};
