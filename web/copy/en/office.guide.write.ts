import type { guideWriting as zh } from "../zh/office.guide.write.ts";

export const guideWriting: typeof zh = {
  editor: {
    titleOf: (section: string, guide: string) => `${section}: ${guide}`,
    nav: "Parts",
    save: "Save",
    next: (section: string) => `Save, next part: ${section}`,
    last: "Save and go back to the guide",
    finding: "Finding",
    count: (count: number) => `${count}`,
  },
  beginning: {
    title: "Write a new guide",
    lead: "Begin with code and name. The code is what the guide is known by and cannot be changed. The rest follows part by part.",
    scheme: { national: "National code (31 characters, 33 with a handling item)", other: "Another code" },
    handleItemHint: "Where one task code has several handling items, such as the task code and two digits.",
    button: "Begin",
  },
};
