/** What the five functions share. */
import { access, type FunctionName } from "./access.ts";
import { assetsPath } from "./assets.ts";
import { builtFunction } from "./built.ts";
import { publicOrigin } from "./edge.ts";
import { files } from "./files.ts";
import { permissionsOf } from "./permissions.ts";
import { dataKeys } from "./secrets.ts";
import { stage } from "./stage.ts";
import { storage } from "./storage.ts";
import { units } from "./units.ts";

type Arguments = Pick<sst.aws.FunctionArgs, "handler" | "description" | "memory" | "timeout"> & {
  readonly environment?: Readonly<Record<string, string>>;
  /** Secrets beside the data keys. */
  readonly secrets?: readonly sst.Secret[];
  readonly permissions?: readonly sst.aws.FunctionPermissionArgs[];
};

export function lambda(name: FunctionName, given: Arguments): sst.aws.FunctionArgs {
  const { environment, secrets = [], permissions = [], ...rest } = given;
  const log = new aws.cloudwatch.LogGroup(`Log-${name}`, {
    name: `/aws/lambda/${$app.name}-${$app.stage}-${name}`,
    // The Cybersecurity Law, Art. 21(3), wants logs of the network's working for six months at least.
    retentionInDays: stage.production ? 365 : 30,
  });
  return {
    ...rest,
    runtime: "nodejs24.x",
    architecture: "arm64",
    // Ours and not SST's, because a cold start opens each file of a bundle by itself: see `local/one-floor.ts`.
    bundle: builtFunction(stage.functionsFolder, name),
    logging: { format: "json", logGroup: log.name },
    link: [units, ...(access[name].opens ? [dataKeys] : []), ...secrets],
    permissions: [
      ...permissionsOf(name),
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [$interpolate`${log.arn}:*`] },
      ...permissions,
    ],
    environment: {
      ...stage.functions,
      TABLE_NAME: storage.name,
      BUCKET_NAME: files.name,
      PUBLIC_ORIGIN: publicOrigin,
      ASSETS_PATH: assetsPath,
      // Where the SDK addresses the bucket, and so where browsers post files: the content policy must let them.
      UPLOAD_ORIGIN: $interpolate`https://${files.nodes.bucket.bucketRegionalDomainName}`,
      ...environment,
    },
    transform: { role: onlyForLambda },
  };
}

/**
 * SST 4.17 lets the whole account take on the role of a function, which it means for `sst dev` alone, and gives
 * every function a managed policy to write to all logs. Ours trust Lambda only and write to their own log.
 */
function onlyForLambda(role: aws.iam.RoleArgs): undefined {
  role.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
  role.managedPolicyArns = [];
}
