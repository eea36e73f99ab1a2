/** Boxes and how a PDF moves them (ISO 32000 §8.3). Pure. */

export type Matrix = readonly [number, number, number, number, number, number];
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const UNIT_SQUARE: Box = { left: 0, bottom: 0, right: 1, top: 1 };

export const times = (one: Matrix, [a, b, c, d, e, f]: Matrix): Matrix => [
  one[0] * a + one[2] * b,
  one[1] * a + one[3] * b,
  one[0] * c + one[2] * d,
  one[1] * c + one[3] * d,
  one[0] * e + one[2] * f + one[4],
  one[1] * e + one[3] * f + one[5],
];

export function boxUnder([a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Box): Box {
  const xs = [left, right].flatMap((x) => [bottom, top].map((y) => a * x + c * y + e));
  const ys = [left, right].flatMap((x) => [bottom, top].map((y) => b * x + d * y + f));
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

export const areaOf = ({ left, bottom, right, top }: Box): number =>
  Math.max(0, right - left) * Math.max(0, top - bottom);

export const shared = (one: Box, other: Box): number =>
  areaOf({
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  });

export const numbersIn = (value: unknown): readonly number[] =>
  value === null || typeof value !== "object" ? [] : Object.values(value as Record<string, number>);
export const matrixIn = (value: unknown): Matrix => {
  const numbers = numbersIn(value);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
};

/** The upright rectangles of a path: PDF.js gives it as 0 move, 1 line, 2 and 3 curve, 4 close, each with its points. */
export function rectanglesIn(path: readonly number[]): readonly Box[] {
  const boxes: Box[] = [];
  let points: [number, number][] = [];
  let curved = false;
  const close = () => {
    const box = curved ? undefined : rectangleOf(points);
    if (box !== undefined) boxes.push(box);
    points = [];
    curved = false;
  };
  for (let place = 0; place < path.length; ) {
    const kind = path[place];
    const count = [1, 1, 3, 2, 0][kind ?? 4] ?? 0;
    if (kind === 0) close();
    curved ||= kind === 2 || kind === 3;
    if (kind === 0 || kind === 1) points.push([path[place + 1] ?? 0, path[place + 2] ?? 0]);
    place += 1 + 2 * count;
  }
  close();
  return boxes;
}

function rectangleOf(points: readonly [number, number][]): Box | undefined {
  const xs = [...new Set(points.map(([x]) => x))];
  const ys = [...new Set(points.map(([, y]) => y))];
  if (points.length < 4 || points.length > 5 || xs.length !== 2 || ys.length !== 2) return undefined;
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}
