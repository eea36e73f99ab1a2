import { scheduleJob } from "./jobs.ts";
import { eventHandler } from "./kit/lambda.ts";
import { jobServices } from "./wiring.jobs.ts";

const services = await jobServices();

export const handler = eventHandler(scheduleJob(services), services.shell);
