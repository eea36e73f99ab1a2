/** Pulumi's mocks: every resource is written down and answered as AWS might, with names that tests can read. */
import type { Inputs, Recorded } from "./recording.ts";
import type { Scenario } from "./scenarios.ts";

interface Declared {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}
type Options = Recorded["options"];

const ACCOUNT = "123456789012";

export function createMocks({ partition, region }: Pick<Scenario, "partition" | "region">) {
  const resources: Declared[] = [];
  const watched = new Map<string, Options>();
  const key = ({ type, name }: { type: string; name: string }) => `${type}|${name}`;
  const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

  return {
    resources,
    optionsOf: {
      // Kept and not copied: SST's own transformations come after this one.
      watch: (args: { type: string; name: string; opts: Options }) => {
        watched.set(key(args), args.opts);
        return undefined;
      },
      read: (resource: Declared): Options => {
        const { protect, retainOnDelete } = watched.get(key(resource)) ?? {};
        return { ...(protect && { protect }), ...(retainOnDelete && { retainOnDelete }) };
      },
    },
    mocks: {
      newResource: ({ type, name, inputs }: Declared) => {
        resources.push({ type, name, inputs });
        return { id: `${name}-id`, state: { name, ...inputs, ...stateOf(type, name, inputs) } };
      },
      call: ({ token, inputs }: { token: string; inputs: Inputs }) => answer(token, inputs),
    },
  };

  function stateOf(type: string, name: string, inputs: Inputs): Inputs {
    const arn = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${ACCOUNT}:${rest}`;
    const service = /^aws:(\w+)\//.exec(type)?.[1] ?? "none";
    const known: Record<string, () => Inputs> = {
      "aws:dynamodb/table:Table": () => ({
        arn: arn("dynamodb", `table/${name}`),
        streamArn: arn("dynamodb", `table/${name}/stream/2026-11-23T00:00:00.000`),
      }),
      "aws:s3/bucket:Bucket": () => {
        const bucket = inputs.bucket ?? name.toLowerCase();
        return {
          bucket,
          arn: `arn:${partition}:s3:::${bucket}`,
          bucketRegionalDomainName: `${bucket}.s3.${region}.${suffix}`,
        };
      },
      "aws:lambda/function:Function": () => ({ arn: arn("lambda", `function:${name}`) }),
      "aws:sqs/queue:Queue": () => ({
        arn: arn("sqs", name),
        url: `https://sqs.${region}.${suffix}/${name}`,
      }),
      "aws:kms/key:Key": () => ({ arn: arn("kms", `key/${name}`), keyId: name }),
      "aws:iam/role:Role": () => ({ arn: `arn:${partition}:iam::${ACCOUNT}:role/${name}` }),
      "aws:apigatewayv2/api:Api": () => ({
        apiEndpoint: `https://a1b2c3.execute-api.${region}.${suffix}`,
        executionArn: arn("execute-api", "a1b2c3"),
      }),
      "aws:apigatewayv2/domainName:DomainName": () => ({
        domainNameConfiguration: {
          ...(inputs.domainNameConfiguration as object),
          targetDomainName: `d-1.execute-api.${region}.${suffix}`,
          hostedZoneId: "ZONE",
        },
      }),
      "aws:cloudfront/distribution:Distribution": () => ({
        arn: `arn:${partition}:cloudfront::${ACCOUNT}:distribution/${name}`,
        domainName: "d111.cloudfront.net",
        hostedZoneId: "ZONE",
        etag: "1",
      }),
      "aws:acm/certificate:Certificate": () => ({
        arn: arn("acm", `certificate/${name}`),
        domainValidationOptions: [
          {
            resourceRecordName: "_a.example",
            resourceRecordType: "CNAME",
            resourceRecordValue: "_b.example",
          },
        ],
      }),
      "pulumi-nodejs:dynamic:Resource": () => ({ zoneId: "ZONE", isDone: true }),
    };
    return known[type]?.() ?? { arn: arn(service, name) };
  }

  function answer(token: string, inputs: Inputs): Inputs {
    if (token === "aws:index/getPartition:getPartition")
      return { id: partition, partition, dnsSuffix: suffix };
    if (token === "aws:index/getRegion:getRegion") return { id: region, region, name: region };
    if (token === "aws:index/getCallerIdentity:getCallerIdentity") return { accountId: ACCOUNT };
    if (token === "aws:iam/getPolicyDocument:getPolicyDocument") {
      return { ...inputs, json: JSON.stringify(policyDocument(inputs)) };
    }
    throw new Error(`The stacks ask AWS for ${token}, which has no answer here`);
  }
}

interface StatementInput {
  readonly effect?: string;
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly { type: string; identifiers: readonly string[] }[];
  readonly conditions?: readonly { test: string; variable: string; values: readonly string[] }[];
}

/** As the provider writes a policy. */
function policyDocument(inputs: Inputs) {
  const statements = (inputs.statements ?? []) as readonly StatementInput[];
  return {
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({
      Effect: statement.effect ?? "Allow",
      Action: statement.actions ?? [],
      ...(statement.resources && { Resource: statement.resources }),
      ...(statement.principals && {
        Principal: Object.fromEntries(
          statement.principals.map(({ type, identifiers }) => [type, identifiers]),
        ),
      }),
      ...(statement.conditions && { Condition: conditions(statement.conditions) }),
    })),
  };
}

function conditions(given: NonNullable<StatementInput["conditions"]>) {
  const result: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of given) result[test] = { ...result[test], [variable]: values };
  return result;
}
