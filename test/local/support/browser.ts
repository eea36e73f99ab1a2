/** A browser without eyes: keeps cookies and follows redirects until one leaves its `home`. */
export function browser(home: string) {
  const jar = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<{ url: URL; response: Response }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) return { url: new URL(url), response };
    const next = new URL(location, url);
    return next.origin === new URL(home).origin ? visit(next.href) : { url: next, response };
  };
  const submit = (url: URL, fields: Record<string, string>) =>
    visit(url.href, { method: "POST", body: new URLSearchParams(fields) });
  return { visit, submit };
}
