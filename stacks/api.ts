/** The same as JSON, for a mini-program, other systems and scripts. */
import { gateway } from "./edge.ts";
import { lambda } from "./lambda.ts";

export const api = new sst.aws.Function(
  "Api",
  lambda("api", {
    handler: "functions/api.handler",
    description: "JSON API",
    memory: "1024 MB",
    timeout: "20 seconds",
  }),
);

gateway.route("ANY /api/{proxy+}", api.arn);
