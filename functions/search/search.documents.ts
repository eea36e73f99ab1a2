/** What an index was made of, as it is kept beside it. */
import type { SearchDocument, SearchWords } from "./search.ts";

export interface StoredDocuments {
  readonly documents: readonly SearchDocument[];
  readonly words: SearchWords;
}

export const packDocuments = (stored: StoredDocuments): Uint8Array => encode(stored);
export const readDocuments = (packed: Uint8Array): StoredDocuments => decode(packed) as StoredDocuments;

export const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
export const decode = (packed: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(packed));
