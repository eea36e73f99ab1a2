/**
 * 一件事: the guides of one life event in the order in which they can be done, and what to bring for all of them
 * together. Nobody writes that order down: a guide whose result another one asks for comes before it.
 */
import type { Guide, Material } from "./guide.ts";

export interface PackagePart {
  readonly id: string;
  readonly guide: Guide;
}

export interface PackageMaterial {
  readonly name: string;
  /** The most that any of the guides asks for. */
  readonly pageNum: number;
  readonly copyNum: number;
  /** Which parts ask for it, as places in the order, counted from 0. */
  readonly neededFor: readonly number[];
  /** The part that gives it: nobody has to bring what they are handed on the way. */
  readonly givenBy?: number;
}

export interface LifeEventPackage {
  readonly parts: readonly PackagePart[];
  readonly materials: readonly PackageMaterial[];
  readonly units: readonly string[];
}

/** Names as they compare: without what stands in brackets, book marks, blanks, 原件 and 复印件. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/\([^()]*\)|[《》“”"\s]|原件|复印件|及$/g, "")
    .replace(/^(中华人民共和国)?(居民)?(?=.)/, "");

/** Shorter names say too little: 证明 is the end of many results. */
const LEAST_ENDING = 4;

/** A result may say more than who asks for it: 个体工商户营业执照 is a 营业执照. */
const isGiven = ({ guide }: PackagePart, wanted: string): boolean =>
  guide.results.some(({ name }) => {
    const given = plain(name);
    return given === wanted || (wanted.length >= LEAST_ENDING && given.endsWith(wanted));
  });

/** Whether a result of the first part is a material of the second. */
const gives = (first: PackagePart, second: PackagePart): boolean =>
  second.guide.materials.some(({ materialName }) => isGiven(first, plain(materialName)));

/** The parts in an order in which each comes after those that it needs; a circle is left as it stood. */
function ordered(parts: readonly PackagePart[]): readonly PackagePart[] {
  const rest = [...parts];
  const done: PackagePart[] = [];
  while (rest.length > 0) {
    const free = rest.findIndex((part) => !rest.some((other) => other !== part && gives(other, part)));
    done.push(...rest.splice(Math.max(free, 0), 1));
  }
  return done;
}

export function packageOf(unordered: readonly PackagePart[]): LifeEventPackage {
  const parts = ordered(unordered);
  const merged = new Map<string, PackageMaterial>();
  for (const [place, { guide }] of parts.entries())
    for (const material of guide.materials) merge(merged, material, place);
  const materials = [...merged].map(([key, material]): PackageMaterial => {
    const first = material.neededFor[0] ?? 0;
    const giver = parts.slice(0, first).findIndex((part) => isGiven(part, key));
    return giver < 0 ? material : { ...material, givenBy: giver };
  });
  return { parts, materials, units: [...new Set(parts.map(({ guide }) => guide.deptName))] };
}

function merge(merged: Map<string, PackageMaterial>, material: Material, place: number): void {
  const key = plain(material.materialName);
  const before = merged.get(key);
  merged.set(key, {
    name: before?.name ?? material.materialName,
    pageNum: Math.max(before?.pageNum ?? 0, material.pageNum ?? 0),
    copyNum: Math.max(before?.copyNum ?? 0, material.copyNum ?? 0),
    neededFor: [...new Set([...(before?.neededFor ?? []), place])],
  });
}
