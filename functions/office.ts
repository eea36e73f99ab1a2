import { officeApp } from "./app.office.ts";
import { httpHandler } from "./kit/lambda.ts";
import { officeServices } from "./wiring.office.ts";

const services = await officeServices();

export const handler = httpHandler(officeApp(services), services.shell);
