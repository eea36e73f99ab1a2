import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Configuration, errors, type KoaContextWithOIDC, default as Provider } from "oidc-provider";
import { audienceOf, clientId } from "./environment.ts";
import type { IssuerOptions } from "./issuer.ts";
import { memoryAdapter } from "./issuer-memory.ts";
import { errorPage, signInPage, signOutPage } from "./issuer-pages.ts";
import { machines, type Person, people } from "./people.ts";

/** The provider and its sign-in page as one handler of requests. */
export function openProvider(url: string, options: IssuerOptions): RequestListener {
  const provider = new Provider(url, configuration(options));
  const respond = provider.callback();
  return (request, response) => {
    const uid = /^\/sign-in\/([\w-]+)$/.exec(request.url ?? "")?.[1];
    if (uid === undefined) void respond(request, response);
    else void interact({ provider, publicOrigin: options.publicOrigin, uid }, request, response);
  };
}

function configuration({ publicOrigin, secrets }: IssuerOptions): Configuration {
  const audience = audienceOf(publicOrigin);
  return {
    adapter: memoryAdapter(),
    clients: [
      officeClient(publicOrigin, secrets.oidcClientSecret),
      ...machineClients(secrets.oidcClientSecret),
    ],
    jwks: { keys: [secrets.issuerKey as never] },
    cookies: { keys: [secrets.issuerCookieKey] },
    claims: { openid: ["sub"], profile: ["name", "roles", "unit"] },
    // The claims go into the ID token itself: the office asks for nothing else.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, id) => account(people.find((person) => person.id === id)),
    extraTokenClaims: (_context, token) =>
      "clientId" in token ? claimsOf(machines.find((machine) => machine.id === token.clientId)) : undefined,
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    loadExistingGrant: grantEverything,
    renderError: (context, out) => {
      errorPage(context, out.error);
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      ClientCredentials: 3600,
      Grant: 28_800,
      IdToken: 3600,
      Interaction: 3600,
      Session: 28_800,
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signOutPage },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_context, client) =>
          client.grantTypeAllowed("client_credentials") ? audience : [],
        getResourceServerInfo: (_context, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          return { scope: "", audience, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } };
        },
      },
    },
  };
}

function officeClient(publicOrigin: string, secret: string): NonNullable<Configuration["clients"]>[number] {
  return {
    client_id: clientId,
    client_secret: secret,
    redirect_uris: [`${publicOrigin}/office/signed-in`],
    post_logout_redirect_uris: [`${publicOrigin}/office`, `${publicOrigin}/office/signed-out`],
    grant_types: ["authorization_code"],
    response_types: ["code"],
  };
}

function machineClients(secret: string): NonNullable<Configuration["clients"]> {
  return machines.map(({ id }) => ({
    client_id: id,
    client_secret: secret,
    redirect_uris: [],
    grant_types: ["client_credentials"],
    response_types: [],
  }));
}

function claimsOf(
  person: Person | undefined,
): { name: string; roles: readonly string[]; unit: string } | undefined {
  return person && { name: person.name, roles: person.roles, unit: person.unit };
}

function account(person: Person | undefined) {
  if (!person) return undefined;
  return { accountId: person.id, claims: () => ({ sub: person.id, ...claimsOf(person) }) };
}

/** In the demo nobody is asked whether the office may know who they are. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { provider, session, client } = context.oidc;
  if (!session?.accountId || !client) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile");
  await grant.save();
  return grant;
}

interface Interaction {
  readonly provider: Provider;
  readonly publicOrigin: string;
  readonly uid: string;
}

async function interact(
  { provider, publicOrigin, uid }: Interaction,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== "POST") {
      const english = String(params.ui_locales ?? "").startsWith("en");
      return signInPage({ uid, english, returnOrigin: publicOrigin }, response);
    }
    const chosen = (await readForm(request)).get("person");
    const known = people.some((person) => person.id === chosen);
    const result = known
      ? { login: { accountId: chosen ?? "", remember: false } }
      : { error: "access_denied", error_description: "nobody was chosen" };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } catch (error) {
    errorPage(response, error instanceof errors.OIDCProviderError ? error.error : "server_error");
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= 10_000) chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
