/** An instant as ISO 8601 in UTC with milliseconds, such as `2026-11-23T08:00:00.000Z`; sorts as text. */
export type Instant = string;

/** Where "now" comes from. It is always an argument, so that a test can hold it still. */
export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString();

/** Milliseconds since 1970 of an instant. */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/** The instant that lies `seconds` after `instant` (before it, when negative). */
export const plusSeconds = (instant: Instant, seconds: number): Instant =>
  new Date(millisecondsOf(instant) + seconds * 1000).toISOString();

/** Whole seconds since 1970, the unit of DynamoDB's expiry attribute. */
export const epochSecondsOf = (instant: Instant): number => Math.floor(millisecondsOf(instant) / 1000);
