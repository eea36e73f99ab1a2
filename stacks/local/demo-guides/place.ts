/** Places that guides of more than one unit or file send people to. */
import type { Guide } from "../../../functions/guide/guide.ts";

type Places = Guide["places"];

export const townships: Places = [
  {
    name: "户籍地或者居住地的乡镇、街道便民服务中心",
    address: "示范县各乡镇人民政府、街道办事处",
    hours: "工作日 9:30–13:30、15:30–19:00",
  },
];

export const policeStations: Places = [
  {
    name: "县公安局户政大厅",
    address: "示范县人民路 30 号户政大厅",
    hours: "工作日 9:30–19:00，中午不休息",
  },
  { name: "户籍所在地派出所", address: "示范县各派出所", hours: "工作日 9:30–13:30、15:30–19:00" },
];

export const marriageOffice: Places = [
  {
    name: "县民政局婚姻登记处",
    address: "示范县团结路 12 号 2 楼",
    hours: "周一至周六 9:30–13:30、15:30–19:00，法定节假日除外",
  },
];

export const landHall: Places = [
  {
    name: "不动产登记大厅（登记、交易、税务一窗受理）",
    address: "示范县建设路 18 号 1 楼大厅",
    hours: "工作日 9:30–19:00，中午不休息",
  },
];
