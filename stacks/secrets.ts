/** The key that locks the data keys, and the secrets that functions are linked to one by one. */
import { stage } from "./stage.ts";

/** Without this key nothing that citizens entered can be read again, so production neither deletes nor loses it. */
export const dataKey = new aws.kms.Key(
  "DataKey",
  {
    description: `Locks the data keys of ${$app.name} ${$app.stage}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
  },
  { retainOnDelete: stage.production, protect: stage.production },
);

/** The name by which `npm run keys` finds the key. */
export const dataKeyAlias = new aws.kms.Alias("DataKeyAlias", {
  name: `alias/${$app.name}-${$app.stage}-data`,
  targetKeyId: dataKey.keyId,
});

/** `{"current":1,"keys":{"1":"kms:..."}}`: ciphertexts that only the key above opens. Made by `npm run keys`. */
export const dataKeys = new sst.Secret("DataKeys");

/** Of the client by which the office signs in. */
export const oidcClientSecret = new sst.Secret("OidcClientSecret");

/**
 * `{"sms":{...},"robot":{...}}`: how the gateways for SMS and for the office's robot are reached, keys and all (see
 * `functions/notice/notice.gateway.ts`). A government that has none leaves it as it is.
 */
export const noticeGateways = new sst.Secret("NoticeGateways", "{}");
