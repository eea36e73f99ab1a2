/**
 * Filling a Word template: the one door to the library that does it, loaded when a letter is made. What is filled in is
 * text and nothing else; a placeholder that has no value is an error, never an empty place.
 */
import type PizZip from "pizzip";
import type { LetterData } from "./letter.data.ts";

/** `syntax`: a brace without its pair, or something that only programmers write. `unknown`: no value has this name. */
export interface TemplateFault {
  readonly code: "damaged" | "syntax" | "unknown";
  /** The name in the braces, where it is about one. */
  readonly tag?: string;
}

export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly faults: readonly TemplateFault[];
  constructor(faults: readonly TemplateFault[], cause?: unknown) {
    super("a template cannot be filled", { cause });
    this.faults = faults;
  }
}

interface Part {
  readonly type: string;
  readonly value: string;
  readonly module?: string | undefined;
}

/**
 * Notes the placeholders as they are parsed. Those of a module (`{#name}` repeats, `{@name}` puts in raw markup) have no
 * place in a letter: with raw markup, a name that somebody typed into the application could write the document.
 */
function collector() {
  const tags = new Set<string>();
  const others = new Set<string>();
  const module = {
    name: "collector",
    postparse<Parts extends Part[]>(parts: Parts): Parts {
      for (const part of parts)
        if (part.type === "placeholder") (part.module ? others : tags).add(part.value);
      return parts;
    },
  };
  return { module, tags, others };
}

async function open(template: Uint8Array) {
  const [{ default: Zip }, { default: Docxtemplater }] = await Promise.all([
    import("pizzip"),
    import("docxtemplater"),
  ]);
  const { module, tags, others } = collector();
  const document = new Docxtemplater(new Zip(template), {
    modules: [module],
    linebreaks: true,
    /** Every placeholder is a name of the list; nothing is computed, called or reached through a dot. */
    parser: (tag) => ({
      get: (scope: LetterData) => (Object.hasOwn(scope, tag) ? scope[tag] : undefined),
    }),
    nullGetter: (part: Part) => {
      throw new TemplateError([{ code: "unknown", tag: part.value }]);
    },
    errorLogging: false,
  });
  if (others.size > 0) throw new TemplateError([...others].map((tag) => ({ code: "syntax", tag })));
  return { document, tags: [...tags] };
}

/** The placeholders of a template. Throws a TemplateError for what is no template at all. */
export async function tagsIn(template: Uint8Array): Promise<readonly string[]> {
  try {
    return (await open(template)).tags;
  } catch (error) {
    throw faultOf(error);
  }
}

/** The bytes of the filled letter. Throws a TemplateError. */
export const merge = async (template: Uint8Array, data: LetterData): Promise<Uint8Array> =>
  (await mergeAhead(template, data, "")).finish("");

/** A letter that is filled but for one word, so that its number can be tried again without filling it again. */
export interface AlmostFilled {
  /** The bytes with the word in all its places. */
  finish(word: string): Uint8Array;
}

const TEXT_PART = /^word\/.*\.xml$/;

/** `token` stands in the data wherever the word will; it must occur nowhere else. Throws a TemplateError. */
export async function mergeAhead(
  template: Uint8Array,
  data: LetterData,
  token: string,
): Promise<AlmostFilled> {
  try {
    const { document } = await open(template);
    document.render(data);
    const zip = document.getZip() as PizZip;
    const parts = token === "" ? [] : zip.file(TEXT_PART).map((part) => [part.name, part.asText()] as const);
    const waiting = parts.filter(([, text]) => text.includes(token));
    return {
      finish(word) {
        for (const [name, text] of waiting) zip.file(name, text.replaceAll(token, word));
        return zip.generate({ type: "uint8array", compression: "DEFLATE" });
      },
    };
  } catch (error) {
    throw faultOf(error);
  }
}

interface LibraryError {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly errors?: readonly LibraryError[];
  };
}

/** The library's own messages quote the template, so only its codes and the names in braces are kept. */
function faultOf(error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const { properties } = error as LibraryError;
  const inner = (properties?.errors ?? [error]) as readonly LibraryError[];
  const known = inner.find((each): each is TemplateError & LibraryError => each instanceof TemplateError);
  if (known !== undefined) return known;
  if (properties === undefined || properties.id?.startsWith("filetype"))
    return new TemplateError([{ code: "damaged" }], error);
  return new TemplateError(
    inner.map(({ properties: facts }) => ({
      code: "syntax" as const,
      ...(facts?.xtag === undefined ? {} : { tag: facts.xtag }),
    })),
    error,
  );
}
