import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { invoke, type LambdaFunction } from "./invoke.ts";

export interface Runner {
  /** Starts nothing more and waits for what runs. */
  stop(): Promise<void>;
}

export interface ScheduleOptions {
  readonly called: LambdaFunction;
  /** Until the first run after the start; then on the quarters of the hour, as `cron(0/15 * * * ? *)`. */
  readonly firstMilliseconds?: number;
  readonly pauseMilliseconds?: () => number;
}

const retries = 3;

/** Calls the schedule's function as EventBridge Scheduler does, one run at a time, each tried again when it fails. */
export function startSchedule(options: ScheduleOptions): Runner {
  const { called, firstMilliseconds = 2_000, pauseMilliseconds = untilQuarter } = options;
  const stopped = new AbortController();
  const running = (async () => {
    for (let pause = firstMilliseconds; await slept(pause, stopped.signal); pause = pauseMilliseconds()) {
      await run(called, stopped.signal);
    }
  })();
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}

async function run(called: LambdaFunction, stopped: AbortSignal): Promise<void> {
  const event = scheduledEvent();
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    if (attempt > 0 && !(await slept(1_000 * 2 ** attempt, stopped))) return;
    try {
      await invoke(called, event);
      return;
    } catch (error) {
      console.error(`schedule, attempt ${attempt + 1}:`, error);
    }
  }
}

/** Sleeps; false when it was woken to stop. */
export async function slept(milliseconds: number, stopped: AbortSignal): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal: stopped });
    return true;
  } catch {
    return false;
  }
}

function scheduledEvent(): object {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.scheduler",
    account: "000000000000",
    time: Temporal.Now.instant().toString({ smallestUnit: "second" }),
    region: "cn-north-1",
    resources: ["arn:aws-cn:scheduler:cn-north-1:000000000000:schedule/default/yichuang-local-schedule"],
    detail: "{}",
  };
}

const quarter = 15 * 60_000;
const untilQuarter = (): number => quarter - (Temporal.Now.instant().epochMilliseconds % quarter);
