import type { about as zh } from "../zh/about.ts";

export const about: typeof zh = {
  title: "About",
  lead: (government) => `This is the online service counter of ${government}.`,
  privacy: {
    title: "Privacy",
    sections: [
      {
        title: "What we collect",
        text: "Only what your request needs: what you fill in, the files you add, and the record of how it was handled. Nothing else, and nothing for advertising.",
      },
      {
        title: "How we keep it",
        text: "Identity numbers and contact details are encrypted one by one. Only staff of the receiving unit who work on requests can see them, and every look is recorded.",
      },
      {
        title: "What your browser keeps",
        text: "Only cookies that make the forms and your language and text size work. None that track you. A draft that is not submitted expires after 24 hours. What you tick in a guide, the guides that you open and the list of services stay on your own phone, to be read without a network; they are not sent to us.",
      },
      {
        title: "Your rights",
        text: "You can ask to see, copy or correct your information. Contact the unit that handles your request, or call the number at the foot of the page.",
      },
    ],
  },
  accessibility: {
    title: "Accessibility",
    sections: [
      {
        title: "Large text",
        text: "Choose “Large view” at the top of a page for larger text and buttons. You can also zoom in your browser; nothing is lost.",
      },
      {
        title: "Keyboard and screen readers",
        text: "Everything works with a keyboard alone. Every field has a name, and errors say what to do.",
      },
      {
        title: "No scripts needed",
        text: "You can fill in, submit and track a request with scripts turned off.",
      },
      {
        title: "If something does not work",
        text: "Call us. We will help you, and we will fix it.",
      },
    ],
  },
};
