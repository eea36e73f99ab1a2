import type { Language } from "../view.ts";
import { signIn as en } from "./en/office.sign-in.ts";
import { signIn as zh } from "./zh/office.sign-in.ts";

/** The words of signing in. */
export const signInCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
