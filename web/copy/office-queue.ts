import type { Language } from "../view.ts";
import { queue as queueEn } from "./en/office.queue.ts";
import { state as stateEn } from "./en/office.state.ts";
import { queue } from "./zh/office.queue.ts";
import { state } from "./zh/office.state.ts";

const zh = { ...queue, ...state };
const en: typeof zh = { ...queueEn, ...stateEn };

/** The words of the queue and of what is searched for in it: the office's first page, which loads no others. */
export const queueCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
