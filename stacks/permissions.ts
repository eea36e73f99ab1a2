/** `access.ts` as statements of a role. SST's own links are not used: a linked table grants `dynamodb:*`. */
import { type Access, access, type FunctionName } from "./access.ts";
import { files } from "./files.ts";
import { dataKey } from "./secrets.ts";
import { storage } from "./storage.ts";

type Statement = sst.aws.FunctionPermissionArgs;

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];

export function permissionsOf(name: FunctionName): Statement[] {
  const { read, write, change, add, check = [], remove, indexes, files: keys, opens }: Access = access[name];
  return [
    ...items(READ, read),
    // One statement for all that is put: a transaction names the keys of several partitions at once.
    ...items(["dynamodb:PutItem"], [...write, ...add]),
    ...items(["dynamodb:UpdateItem"], [...write, ...change]),
    ...items(["dynamodb:ConditionCheckItem"], [...write, ...change, ...check]),
    ...items(["dynamodb:DeleteItem"], remove),
    ...some({
      actions: ["dynamodb:Query"],
      resources: indexes.map((index) => $interpolate`${storage.arn}/index/${index}`),
    }),
    ...some({ actions: ["s3:GetObject"], resources: keys.read.map(objects) }),
    ...some({ actions: ["s3:PutObject"], resources: keys.write.map(objects) }),
    ...some({ actions: ["s3:DeleteObject"], resources: keys.remove.map(objects) }),
    ...some({ actions: ["kms:Decrypt"], resources: opens ? [dataKey.arn] : [] }),
  ];
}

/** Only items whose partition key begins with one of the prefixes. */
function items(actions: string[], prefixes: readonly string[]): Statement[] {
  if (prefixes.length === 0) return [];
  const variable = "dynamodb:LeadingKeys";
  return [
    {
      actions,
      resources: [storage.arn],
      conditions: [
        { test: "ForAllValues:StringLike", variable, values: prefixes.map((prefix) => `${prefix}*`) },
        // "For all values" is also true of none, and a request that names no key must not pass.
        { test: "Null", variable, values: ["false"] },
      ],
    },
  ];
}

const objects = (prefix: string) => $interpolate`${files.arn}/${prefix}*`;

const some = (statement: Statement & { resources: unknown[] }) =>
  statement.resources.length > 0 ? [statement] : [];
