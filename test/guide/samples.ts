import { national } from "../../functions/guide/guide.dictionary.ts";
import type { Guide } from "../../functions/guide/guide.ts";

/** A guide that may be published; tests take away or change one thing at a time. */
export const complete: Guide = {
  schema: 1,
  codeScheme: "national",
  taskCode: "11440000006939756B2440101007000",
  catalogCode: "440101007000",
  taskName: "社会保障卡补领",
  aliases: ["社保卡补办"],
  taskType: national("taskType", "20"),
  deptName: "人力资源和社会保障局",
  serverType: [national("serverType", "1")],
  duty: "负责社会保障卡的发行和管理。",
  byLaw: "《中华人民共和国社会保险法》第五十八条",
  acceptCondition: "已领取社会保障卡并遗失的人员。",
  anticipate: { day: 20, type: "working" },
  promise: { day: 5, type: "working" },
  steps: [
    { name: "受理", limit: { day: 1, type: "working" } },
    { name: "制证", limit: { day: 4, type: "working" } },
  ],
  materials: [
    {
      materialName: "居民身份证",
      isNeed: national("isNeed", "1"),
      sourceType: national("sourceType", "20"),
      pageNum: 1,
    },
  ],
  isFee: false,
  fees: [],
  results: [{ name: "社会保障卡" }],
  places: [{ address: "人民路1号政务服务中心", hours: "周一至周五 9:00-17:00" }],
  linkWay: [{ number: "020-12333" }],
  superviseWay: [{ number: "020-12345" }],
  questions: [],
  topics: ["社会保障"],
  lifeEvents: [],
  policies: [],
  ownerId: "staff-1",
  checkedOn: "2026-03-02",
};
