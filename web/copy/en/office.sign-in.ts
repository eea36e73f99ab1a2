import type { signIn as zh } from "../zh/office.sign-in.ts";

export const signIn: typeof zh = {
  button: "Sign in",
  again: "Sign in again",
  signedOut: {
    title: "You have signed out",
    text: "You have signed out of the office. On a shared computer, close the browser too.",
  },
  cancelled: {
    title: "Not signed in",
    text: "You cancelled signing in. Sign in again when you need the office.",
  },
  failed: {
    title: "Signing in did not work",
    text: "This attempt is no longer valid: it took longer than 10 minutes, or several sign-in pages were open. Please sign in once more.",
    next: "If it happens again, ask your unit's administrator.",
  },
  no_role: {
    title: "You have no role in this system",
    text: "We know who you are, but your account has no role here (clerk, handler, reviewer, auditor or administrator).",
    next: "Ask your unit's administrator for a role, then sign in again.",
  },
  no_unit: {
    title: "Your account belongs to no unit",
    text: "We know who you are, but your account does not say which unit you work in, so there is no queue to show.",
    next: "Ask your unit's administrator to add the unit, then sign in again.",
  },
  ended: {
    title: "Your session has ended, what you typed is still here",
    text: "You were signed out after 30 minutes without activity. What you just sent was not carried out.",
    first: "First: sign in, in a new window",
    firstLine: "Then close that window and come back to this page.",
    second: "Second: send it again",
    secondLine:
      "What you typed is kept in this page, so you need not type it again. It is lost when you close the page.",
    button: "Send it again",
    typed: "See what you typed",
  },
};
