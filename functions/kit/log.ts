import { Logger } from "@aws-lambda-powertools/logger";
import type { LogAttributes } from "@aws-lambda-powertools/logger/types";

/** What a function may say of its work. Attributes are facts about the work, never what somebody submitted. */
export interface Log {
  info(message: string, attributes?: Record<string, unknown>): void;
  warn(message: string, attributes?: Record<string, unknown>): void;
  error(message: string, attributes?: Record<string, unknown>): void;
}

export const openLogger = (service: string): Logger => new Logger({ serviceName: service });

/** The logger as the rest of the product sees it. */
export function logOf(logger: Logger): Log {
  return {
    info: (message, attributes = {}) => logger.info(message, attributes as LogAttributes),
    warn: (message, attributes = {}) => logger.warn(message, attributes as LogAttributes),
    error: (message, attributes = {}) => logger.error(message, attributes as LogAttributes),
  };
}

/**
 * An error as log attributes: its name, its code and where it was raised. Its message is left out, because messages
 * of libraries quote the values they choke on.
 */
export function errorAttributes(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  const cause = error.cause instanceof Error ? { cause: errorAttributes(error.cause) } : {};
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { error: error.name, ...code, stack: frames.slice(0, 12), ...cause };
}
