import { apiApp } from "./app.api.ts";
import { httpHandler, jsonEmergency } from "./kit/lambda.ts";
import { apiServices } from "./wiring.api.ts";

const services = await apiServices();

export const handler = httpHandler(apiApp(services), services.shell, jsonEmergency);
