/** As much of a browser as a page without scripts needs: cookies, redirects, forms, and the page as a document. */
import { JSDOM } from "jsdom";

/** Any app of ours; what it knows of a request's context is its own business. */
interface App {
  request(input: string, init: RequestInit): Response | Promise<Response>;
}

export class Browser {
  readonly #app: App;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** Path and query of the last page of ours. */
  address = "";

  constructor(app: App, origin: string) {
    this.#app = app;
    this.#origin = origin;
  }

  cookie = (name: string): string | undefined => this.#cookies.get(name);
  forget = (name: string): boolean => this.#cookies.delete(name);
  give(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get = (path: string): Promise<Response> => this.#send(path, { method: "GET" });
  /** Any request, with this browser's cookies. */
  ask = (path: string, init: RequestInit): Promise<Response> => this.#send(path, init);

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.#send(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", origin: this.#origin },
    });
  }

  /** Follows redirects, ours and the issuer's, at most `steps` of them. */
  async follow(response: Response, steps = 10): Promise<Response> {
    const location = response.headers.get("location");
    if (location === null || steps === 0) return response;
    const url = new URL(location, this.#origin);
    const next =
      url.origin === this.#origin
        ? await this.get(url.pathname + url.search)
        : await fetch(url, { redirect: "manual" });
    return this.follow(next, steps - 1);
  }

  page = async (response: Response): Promise<Document> => new JSDOM(await response.text()).window.document;

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0)
      headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    this.address = path;
    const response = await this.#app.request(`${this.#origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, decodeURIComponent(value));
  }
}
