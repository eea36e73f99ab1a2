import type { basis as zh } from "../zh/basis.ts";

/** How the articles are cited on which something rests. */
export const basis: typeof zh = {
  regulation: "Regulations on Open Government Information, Art. ",
  between: ", ",
  instruments: {
    "国办函〔2020〕109号": "fee rules, Guobanhan [2020] No. 109",
    国令第786号: "Implementing Regulations of the State Secrets Law, Art. 41",
    "国办公开办函〔2016〕235号": "Guobangongkaibanhan [2016] No. 235",
  },
};
