import { officeApp } from "./app.tsx";
import { httpHandler } from "./kit/lambda.ts";
import { officeServices } from "./wiring.ts";

const services = await officeServices();

export const handler = httpHandler(officeApp(services), services.shell);
