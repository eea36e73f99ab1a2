import { citizenApp } from "./app.citizen.ts";
import { httpHandler } from "./kit/lambda.ts";
import { citizenServices } from "./wiring.citizen.ts";

const services = await citizenServices();

export const handler = httpHandler(citizenApp(services), services.shell);
