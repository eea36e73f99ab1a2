/** The pages for citizens: whatever no other function answers. */
import { gateway } from "./edge.ts";
import { lambda } from "./lambda.ts";

export const citizen = new sst.aws.Function(
  "Citizen",
  lambda("citizen", {
    handler: "functions/citizen.handler",
    description: "Pages for citizens",
    memory: "1024 MB",
    // API Gateway gives up after 30 seconds; the function answers with a page of its own before that.
    timeout: "20 seconds",
  }),
);

gateway.route("$default", citizen.arn);
