import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

/** The `handler` that an entry exports. */
export type Handler = (event: never, context: Context) => unknown;

export interface LambdaFunction {
  readonly name: string;
  readonly handler: Handler;
  /** As in its declaration under `stacks/`. */
  readonly timeoutSeconds: number;
}

/** Calls a function as Lambda would: with a context, and an event that has been through JSON. */
export async function invoke(called: LambdaFunction, event: unknown): Promise<unknown> {
  const payload: unknown = JSON.parse(JSON.stringify(event));
  return called.handler(payload as never, lambdaContext(called));
}

function lambdaContext({ name, timeoutSeconds }: LambdaFunction): Context {
  const deadline = performance.now() + timeoutSeconds * 1000;
  const functionName = `yichuang-local-${name}`;
  const unsupported = (): never => {
    throw new Error("This way of answering ended with Node 8; return a promise instead.");
  };
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws-cn:lambda:cn-north-1:000000000000:function:${functionName}`,
    memoryLimitInMB: "1024",
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    done: unsupported,
    fail: unsupported,
    succeed: unsupported,
  };
}
