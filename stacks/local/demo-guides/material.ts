/** What people bring, by where they have it from. */
import { national } from "../../../functions/guide/guide.dictionary.ts";
import type { Material } from "../../../functions/guide/guide.ts";

export interface More extends Partial<Omit<Material, "isNeed">> {
  /** 1 必要, 2 非必要, 3 容缺后补; 1 when left out. */
  readonly need?: "1" | "2" | "3";
}

const sources = { own: "10", government: "20", other: "99" } as const;
const types = { certificate: "1", form: "2", other: "3" } as const;

interface Where {
  readonly type: keyof typeof types;
  readonly source: keyof typeof sources;
  /** 1 纸质, 2 电子化, 3 either. */
  readonly format: "1" | "2" | "3";
}

const material = (materialName: string, where: Where, { need = "1", ...more }: More): Material => ({
  materialName,
  isNeed: national("isNeed", need),
  materialType: national("materialType", types[where.type]),
  materialFormat: national("materialFormat", where.format),
  sourceType: national("sourceType", sources[where.source]),
  pageNum: 1,
  copyNum: 0,
  ...more,
});

/** An identity card, looked at and given back. */
export const identity = (whose = "本人", more: More = {}): Material =>
  issued(`${whose}居民身份证`, "公安机关核发", {
    acceptStand: "在有效期内；窗口核对后当场退还，不留原件。",
    ...more,
  });

/** Issued by an office; `by` says which. */
export const issued = (materialName: string, by: string, more: More = {}): Material =>
  material(
    materialName,
    { type: "certificate", source: "government", format: "3" },
    { sourceExplain: by, ...more },
  );

/** Made by whoever applies. */
export const prepared = (materialName: string, more: More = {}): Material =>
  material(materialName, { type: "other", source: "own", format: "3" }, more);

/** Given by somebody who is no office: a hospital, a bank, an employer; `by` says who. */
export const from = (materialName: string, by: string, more: More = {}): Material =>
  material(
    materialName,
    { type: "certificate", source: "other", format: "3" },
    { sourceExplain: by, ...more },
  );

/** A form that has to be filled in before; `fillExplain` says how. */
export const form = (materialName: string, fillExplain: string, more: More = {}): Material =>
  material(
    materialName,
    { type: "form", source: "other", format: "3" },
    { sourceExplain: "可以在这里下载，办理窗口也免费领取", pageFormat: "A4", fillExplain, ...more },
  );

/** What somebody brings who comes for another person. */
export const onBehalf = (more: More = {}): Material =>
  prepared("授权委托书和代办人身份证（请别人代办时才要）", {
    need: "2",
    fillExplain: "写明委托谁、办什么事、到哪天为止，由委托人签名。",
    ...more,
  });
