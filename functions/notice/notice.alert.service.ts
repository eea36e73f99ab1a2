/** Tells the group of an office, by its robot, that notices could not be delivered: how many and where, nothing more. */
import { notice as words } from "../../web/copy/zh/notice.ts";
import { paths } from "../../web/paths.ts";
import type { Clock } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Unit } from "../kit/config.ts";
import type { Sender } from "./notice.message.ts";
import type { NoticeStore } from "./notice.store.ts";

export interface AlertOptions {
  readonly store: Pick<NoticeStore, "failed">;
  readonly clock: Clock;
  /** Undefined where no robot is configured. */
  readonly robot: Sender | undefined;
  readonly units: readonly Pick<Unit, "code" | "name">[];
  readonly publicOrigin: string;
}

export interface NoticeAlerts {
  /** Answers how many units were told. */
  alert(units: readonly string[]): Promise<number>;
}

/** As often as the clock comes by. */
const SINCE_SECONDS = 15 * 60;
const MOST_COUNTED = 50;

export function openAlerts({ store, clock, robot, units, publicOrigin }: AlertOptions): NoticeAlerts {
  return {
    async alert(codes) {
      if (robot === undefined) return 0;
      const now = clock();
      let told = 0;
      for (const code of codes) {
        const failed = await store.failed(code, plusSeconds(now, -SINCE_SECONDS), MOST_COUNTED);
        if (failed.length === 0) continue;
        const name = units.find((unit) => unit.code === code)?.name.zh ?? code;
        const text = words.alert(name, failed.length, publicOrigin + paths.officeNotices());
        const variables = { unit: name, count: String(failed.length) };
        const message = { name: `alert.${code}.${now}`, template: "office_alert", lang: "zh" } as const;
        await robot.send("", { ...message, subject: text, text, short: [text], variables });
        told += 1;
      }
      return told;
    },
  };
}
