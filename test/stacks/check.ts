import type { Recording } from "./recording.ts";

/** What is wrong with a deployment, in words; nothing means that all is well. */
export type Check = (recording: Recording) => readonly string[];

export const isProduction = ({ app }: Recording): boolean => app.protect;
export const text = (value: unknown): string => JSON.stringify(value) ?? "";
export const unless = (fine: unknown, finding: string): readonly string[] => (fine ? [] : [finding]);
