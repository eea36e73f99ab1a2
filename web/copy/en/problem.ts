import type { problem as zh } from "../zh/problem.ts";

export const problem: typeof zh = {
  "403": {
    title: "You cannot see or do this",
    happened: "Your account does not have permission. Nothing was done.",
    next: "If you need it for your work, ask your unit’s administrator.",
  },
  "404": {
    title: "Page not found",
    happened: "The address may be wrong, or the page may have moved.",
    next: "Check the address, or start again from the home page.",
  },
  "409": {
    title: "This has just changed",
    happened: "It was updated while you were working on it. Your action was not carried out.",
    next: "Go back and refresh, then try again with the latest version.",
  },
  "413": {
    title: "What you sent is too large",
    happened: "The file or text is larger than we can accept. It was not submitted.",
    next: "Go back, choose a smaller file or shorten the text, and try again.",
  },
  "429": {
    title: "Too many tries. Please wait",
    happened: "To protect everyone’s information, only a few tries are allowed in a short time.",
    next: "Anything you have already submitted is safe.",
  },
  "500": {
    title: "Something went wrong",
    happened: "The problem is on our side. It has been recorded and will be dealt with.",
    next: "Try again later. If it is urgent, call us.",
  },
  "503": {
    title: "The service is busy",
    happened: "There are more requests than we can handle now. Your action was not carried out.",
    next: "Try again in a few minutes. If it is urgent, call us.",
  },
  wait: (minutes) =>
    minutes ? `Try again in about ${minutes} ${minutes === 1 ? "minute" : "minutes"}.` : "Try again later.",
  home: "Go to the home page",
  back: "Go back",
  trace: "If you contact us, quote this number",
};
