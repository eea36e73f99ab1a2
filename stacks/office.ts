/** The pages for the office. The only function that knows the secret of the sign-in. */
import { gateway } from "./edge.ts";
import { lambda } from "./lambda.ts";
import { oidcClientSecret } from "./secrets.ts";

export const office = new sst.aws.Function(
  "Office",
  lambda("office", {
    handler: "functions/office.handler",
    description: "Pages for the office",
    memory: "1024 MB",
    timeout: "20 seconds",
    secrets: [oidcClientSecret],
  }),
);

gateway.route("ANY /office", office.arn);
gateway.route("ANY /office/{proxy+}", office.arn);
