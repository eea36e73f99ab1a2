/** Where the journeys stand on this machine, so that two runs at a time keep out of each other's way. */
export const journeyPort = Number(process.env.JOURNEY_PORT ?? 3900);
export const journeyFolder = `.build/journeys/${journeyPort}`;
/** The stack whose clock can be moved on, its issuer behind it, and behind that what moves it. */
export const laterPort = journeyPort + 10;
export const laterFolder = `${journeyFolder}/later`;
