/** Builds what brings notices to people. */
import { countMetric } from "./kit/metric.ts";
import { mailOf, openMailer } from "./notice/notice.mail.ts";
import { openNoticeService } from "./notice/notice.service.ts";
import { openNoticeStore } from "./notice/notice.store.ts";
import type { Ground } from "./wiring.ground.ts";

export const noticesOf = ({ table, vault, clock, config, log, shell }: Ground) =>
  openNoticeService({
    store: openNoticeStore(table),
    vault,
    clock,
    mailer: config.mail === undefined ? undefined : openMailer(config.mail),
    compose: (notice) => mailOf(notice, config),
    log,
    count: (name) => countMetric(shell.metrics, name),
  });
