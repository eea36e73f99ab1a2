import { citizenApp } from "./app.tsx";
import { httpHandler } from "./kit/lambda.ts";
import { citizenServices } from "./wiring.ts";

const services = await citizenServices();

export const handler = httpHandler(citizenApp(services), services.shell);
