/** Where a page's next instruction paints, and how: its stack of states as ISO 32000 §8.4 and §9.3 have it. */
import type { Matrix } from "./release.geometry.ts";
import { IDENTITY, matrixIn, times } from "./release.geometry.ts";

export interface Graphics {
  matrix: Matrix;
  colour: string;
  alpha: number;
  blend: string;
  font: number;
  /** Whether its lines run from top to bottom. */
  isVertical: boolean;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

export class PageState {
  now: Graphics = {
    matrix: IDENTITY,
    colour: "#000000",
    alpha: 1,
    blend: "Normal",
    font: 0,
    isVertical: false,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  /** Where the next letter stands. */
  text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  readonly #kept: Graphics[] = [];

  /** Whether the instruction was one of state; anything else paints. */
  follow(name: string, values: readonly unknown[]): boolean {
    return this.#graphics(name, values) || this.#look(name, values);
  }

  #graphics(name: string, values: readonly unknown[]): boolean {
    const now = this.now;
    switch (name) {
      case "save":
        this.#kept.push({ ...now });
        return true;
      case "paintFormXObjectBegin":
        this.#kept.push({ ...now });
        now.matrix = times(now.matrix, matrixIn(values[0]));
        return true;
      case "beginAnnotation":
        this.#kept.push({ ...now });
        now.matrix = times(times(now.matrix, matrixIn(values[2])), matrixIn(values[3]));
        return true;
      case "restore":
      case "paintFormXObjectEnd":
      case "endAnnotation":
        this.now = this.#kept.pop() ?? now;
        return true;
      case "transform":
        now.matrix = times(now.matrix, matrixIn(values));
        return true;
      case "setGState":
        this.#setGState(values[0]);
        return true;
      default:
        return false;
    }
  }

  #setGState(pairs: unknown): void {
    for (const [key, value] of (pairs ?? []) as readonly (readonly [string, unknown])[]) {
      if (key === "ca") this.now.alpha = Number(value);
      if (key === "BM") this.now.blend = String(value);
      if (key === "Font") this.now.font = Number((value as readonly unknown[])[1]);
    }
  }

  #look(name: string, values: readonly unknown[]): boolean {
    const now = this.now;
    const [first] = values;
    switch (name) {
      case "setFillRGBColor":
        now.colour = String(first);
        return true;
      case "setFillColorN":
        now.colour = "pattern";
        return true;
      case "setFont":
        now.font = Number(values[1]);
        now.isVertical = values[2] === true;
        return true;
      case "setCharSpacing":
        now.charSpacing = Number(first);
        return true;
      case "setWordSpacing":
        now.wordSpacing = Number(first);
        return true;
      case "setHScale":
        now.scale = Number(first) / 100;
        return true;
      case "setLeading":
        now.leading = Number(first);
        return true;
      case "setTextRise":
        now.rise = Number(first);
        return true;
      case "setTextRenderingMode":
        now.mode = Number(first);
        return true;
      default:
        return this.#position(name, values);
    }
  }

  #position(name: string, values: readonly unknown[]): boolean {
    switch (name) {
      case "beginText":
        this.#line = IDENTITY;
        break;
      case "setTextMatrix":
        this.#line = matrixIn(values.length === 6 ? values : values[0]);
        break;
      case "setLeadingMoveText":
        this.now.leading = -Number(values[1]);
        this.#line = times(this.#line, [1, 0, 0, 1, Number(values[0]), Number(values[1])]);
        break;
      case "moveText":
        this.#line = times(this.#line, [1, 0, 0, 1, Number(values[0]), Number(values[1])]);
        break;
      case "nextLine":
        this.#line = times(this.#line, [1, 0, 0, 1, 0, -this.now.leading]);
        break;
      default:
        return false;
    }
    this.text = this.#line;
    return true;
  }
}
