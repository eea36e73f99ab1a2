/** Files as one ZIP, in the order given. Loaded when a bundle is made. */

export interface ZipPiece {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is compressed already (PDF, pictures, DOCX, OFD) is stored as it is: trying again costs time and gains nothing. */
const COMPRESSIBLE = /\.(json|html)$/;

/** One piece at a time, so that no more than the bundle and one file are in memory at once. */
export async function zipOf(pieces: readonly ZipPiece[]): Promise<Uint8Array> {
  const { Zip, ZipDeflate, ZipPassThrough } = await import("fflate");
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { path, bytes } of pieces) {
    const entry = COMPRESSIBLE.test(path) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    zip.add(entry);
    entry.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
