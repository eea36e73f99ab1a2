import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

interface Kept {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

/** The issuer's sessions and codes, in memory: whoever was signed in at the issuer picks a person again after a restart. */
export function memoryAdapter(now: () => number = () => performance.now() / 1000): AdapterFactory {
  const kept = new Map<string, Kept>();
  const byUid = new Map<string, string>();

  const find = (key: string | undefined): AdapterPayload | undefined => {
    const found = key === undefined ? undefined : kept.get(key);
    if (found === undefined || found.expires > now()) return found?.payload;
    kept.delete(key ?? "");
    return undefined;
  };
  const dropExpired = (): void => {
    for (const [key, { expires }] of kept) if (expires <= now()) kept.delete(key);
  };

  return (name): Adapter => {
    const keyOf = (id: string): string => `${name}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        if (kept.size % 100 === 99) dropExpired();
        kept.set(keyOf(id), { payload, expires: now() + (expiresIn ?? Number.POSITIVE_INFINITY) });
        if (payload.uid !== undefined) byUid.set(payload.uid, keyOf(id));
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => find(byUid.get(uid)),
      // Only the device flow asks by user code, and it is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        const found = find(keyOf(id));
        // In the first second of a process the clock shows 0, which the provider takes for "not consumed".
        if (found) found.consumed = Math.max(1, Math.floor(now()));
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
