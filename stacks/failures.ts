/** A queue for what could not be done. An alarm looks at it, a person empties it within two weeks. */

export function failures(name: string): sst.aws.Queue {
  return new sst.aws.Queue(name, {
    transform: { queue: { messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true } },
  });
}
