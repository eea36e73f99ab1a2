/** How the articles are cited on which something rests. */
export const basis = {
  regulation: "《政府信息公开条例》",
  between: "、",
  /** Other instruments by the number they are cited by. */
  instruments: {
    "国办函〔2020〕109号": "国办函〔2020〕109号",
    国令第786号: "《保守国家秘密法实施条例》第四十一条",
    "国办公开办函〔2016〕235号": "国办公开办函〔2016〕235号",
  },
};
