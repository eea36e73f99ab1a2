/** Where things are done online: the platforms of the state, which every county has. */
import type { DemoGuide } from "./demo-guide.ts";

type Online = NonNullable<DemoGuide["online"]>;

export const nationalPlatform: Online = {
  platform: "国家政务服务平台（进入后选本县）",
  address: "https://gjzwfw.www.gov.cn",
};
export const socialInsurance: Online = {
  platform: "国家社会保险公共服务平台",
  address: "https://si.12333.gov.cn",
};
export const tax: Online = { platform: "全国电子税务局", address: "https://etax.chinatax.gov.cn" };
export const healthInsurance: Online = {
  platform: "国家医保服务平台",
  address: "https://fuwu.nhsa.gov.cn",
};
export const roadTransport: Online = {
  platform: "道路运输便民政务服务系统",
  address: "https://ysfw.mot.gov.cn",
};
