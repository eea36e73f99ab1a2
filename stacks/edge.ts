/**
 * The front door: one HTTP API under the public name, with a route for each function and one for static files.
 *
 * One API and not three: people see one origin, so the content policy is 'self' and the office's `__Host-` cookie
 * needs no second name; each route has its own throttle and each function its own role all the same. The API and not
 * a CDN stands in front, because then the caller's address is the one that API Gateway saw and cannot be forged
 * (the limits on wrong query codes count by it), because the only way in is the public name, and because in China
 * CloudFront has neither managed certificates nor edge functions to rely on. What would make us go back: floods
 * that the throttle cannot carry; then a CDN with a rate rule goes in front, and the functions must learn to take
 * the address from a header that only the CDN can set.
 */
import { assets } from "./assets.ts";
import { stage } from "./stage.ts";

const { domain } = stage;

export const gateway = new sst.aws.ApiGatewayV2("Gateway", {
  ...(domain && {
    domain: domain.certificate ? { name: domain.name, cert: domain.certificate, dns: false } : domain.name,
  }),
  cors: false,
  accessLog: { retention: stage.production ? "1 year" : "1 month" },
  transform: {
    api: { disableExecuteApiEndpoint: domain !== undefined },
    stage: (args) => {
      args.defaultRouteSettings = {
        throttlingRateLimit: stage.production ? 200 : 20,
        throttlingBurstLimit: stage.production ? 400 : 40,
        detailedMetricsEnabled: true,
      };
      // Neither path nor query nor who asked: paths hold case numbers, and the functions' own logs name the route.
      const fields = ["requestTime", "requestId", "httpMethod", "routeKey", "protocol"];
      const numbers = ["status", "responseLatency", "responseLength"];
      args.accessLogSettings = $output(args.accessLogSettings).apply((settings) => ({
        destinationArn: settings?.destinationArn ?? "",
        format: JSON.stringify({
          ...Object.fromEntries([...fields, ...numbers].map((field) => [field, `$context.${field}`])),
          integrationStatus: "$context.integration.status",
          integrationLatency: "$context.integration.latency",
        }),
      }));
      return undefined;
    },
  },
});

export const publicOrigin = domain ? $output(`https://${domain.name}`) : gateway.url;

// Same origin for static files; the visitor's cookies stop at the door.
gateway.routeUrl("GET /assets/{proxy+}", $interpolate`${assets.url}/assets/{proxy}`, {
  transform: { integration: { requestParameters: { "remove:header.cookie": "''" } } },
});
