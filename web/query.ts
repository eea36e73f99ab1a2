/** Sets (or, for undefined and "", removes) query parameters and keeps the others; for filters that live in the URL. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const [before = "", after = ""] = path.split("?", 2);
  const parameters = new URLSearchParams(after);
  for (const [name, value] of Object.entries(query)) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const text = parameters.toString();
  return text ? `${before}?${text}` : before;
}
