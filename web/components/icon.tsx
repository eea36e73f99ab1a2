import { join } from "./attributes.ts";

/** Line drawings on a grid of 24, drawn for this product. One path each keeps a page with many of them small. */
const drawings = {
  window: "M5 20V11a7 7 0 0 1 14 0v9M2.5 20.5h19M8.75 13.5h6.5",
  home: "M3.5 11.5 12 4l8.5 7.5M5.5 10v9.5h13V10M10 19.5v-5.5h4v5.5",
  guide: "M6 3.5h8.5L19 8v12.5H6zM14.5 3.5V8H19M9 12h7M9 15.75h7",
  calendar: "M4 6h16v14.5H4zM4 10.5h16M8 3.5V8M16 3.5V8M8 14.25h3M13.5 14.25h3",
  progress: "M12 3.5a8.5 8.5 0 1 1-8.2 6.25M12 7.5V12l3.25 2.25M3.5 4.75v5h5",
  disclosure: "M3.5 19.5V5h6l2 2.5h9v12zM8 13.5h8M8 16.5h5",
  advice: "M3.5 4.5h17v12h-9l-4.5 4v-4h-3.5zM8 9h8M8 12.5h5",
  search: "M10.75 4a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 0 1 0-13.5ZM15.75 15.75 20.5 20.5",
  phone:
    "M8.75 4 6 4.25C4.9 4.4 4.1 5.3 4.25 6.5c.85 6.9 6.35 12.4 13.25 13.25 1.2.15 2.1-.65 2.25-1.75l.25-2.75-4.25-1.75-1.75 2c-2.4-1.1-4.4-3.1-5.5-5.5l2-1.75z",
  place:
    "M12 21c4.5-4.6 6.75-8.2 6.75-11A6.75 6.75 0 0 0 5.25 10c0 2.8 2.25 6.4 6.75 11ZM12 7.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5Z",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3.25 2.25",
  check: "m5 12.5 4.75 4.75L19.5 7.5",
  cross: "m6 6 12 12M18 6 6 18",
  alert: "M12 4 2.75 20h18.5zM12 10v4.5M12 17v.25",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.75 1.5H4.25zM10 20.75h4",
  mail: "M3.5 5.5h17v13h-17zM3.5 6.5l8.5 6.5 8.5-6.5",
  print: "M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z",
  copy: "M9 8.5h11v12H9zM5.5 15.5H4v-12h11V5",
  download: "M12 3.5V15M7 10.5l5 5 5-5M4 20.5h16",
  upload: "M12 15.5V4M7 8.5l5-5 5 5M4 20.5h16",
  file: "M6 3.5h8.5L19 8v12.5H6zM14.5 3.5V8H19",
  person: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 20.5c.6-4 3.7-6 8-6s7.4 2 8 6",
  unit: "M4 20.5V9l8-5 8 5v11.5M2.5 20.5h19M8.5 20.5V12M12 20.5V12M15.5 20.5V12",
  queue: "M4 6h1M9 6h11M4 12h1M9 12h11M4 18h1M9 18h11",
  filter: "M3.5 6h17M7 12h10M10.5 18h3",
  menu: "M4 6.5h16M4 12h16M4 17.5h16",
  forward: "m9.5 5.5 6.5 6.5-6.5 6.5",
  back: "m14.5 5.5-6.5 6.5 6.5 6.5",
  lock: "M6 11h12v9.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v2",
  leave: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
} as const;

export type IconName = keyof typeof drawings;

/** Says nothing of its own: the word beside it does. Its size is the text's unless a class says otherwise. */
export function Icon({ name, class: extra }: { name: IconName; class?: string | undefined }) {
  return (
    <svg class={join("icon", extra)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
