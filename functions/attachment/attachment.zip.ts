/**
 * The table of contents of a ZIP archive, read without unpacking anything, so that the work is bounded by the size of
 * the table and no archive can blow up. What a well-behaved office program would not write is refused.
 */

export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  readonly uncompressedBytes: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 5_000;
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
const ENCRYPTED = 0x1;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const decoder = new TextDecoder("utf-8");

/** The end record must close the file exactly: nothing can hide behind the archive. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let place = last; place >= Math.max(0, last - LONGEST_COMMENT); place -= 1) {
    const isEnd = view.getUint32(place, true) === END_OF_DIRECTORY;
    if (isEnd && view.getUint16(place + 20, true) === last - place) return place;
  }
  return undefined;
}

const leadsOutside = (name: string): boolean =>
  name.startsWith("/") || name.includes("\\") || name.includes(":") || name.split("/").includes("..");

interface Slot {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly place: number;
  readonly end: number;
}

function readEntry({ view, bytes, place, end }: Slot): { entry: ZipEntry; next: number } | undefined {
  if (place + CENTRAL_BYTES > end || view.getUint32(place, true) !== CENTRAL_HEADER) return undefined;
  const nameLength = view.getUint16(place + 28, true);
  const next =
    place + CENTRAL_BYTES + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  if (next > end || (view.getUint16(place + 8, true) & ENCRYPTED) !== 0) return undefined;
  const name = decoder.decode(bytes.subarray(place + CENTRAL_BYTES, place + CENTRAL_BYTES + nameLength));
  if (leadsOutside(name)) return undefined;
  const entry = {
    name,
    compressedBytes: view.getUint32(place + 20, true),
    uncompressedBytes: view.getUint32(place + 24, true),
    offset: view.getUint32(place + 42, true),
  };
  return { entry, next };
}

/** Entries whose data overlap are the trick of small archives that unpack to terabytes. */
function areApart(entries: readonly ZipEntry[], directory: number, view: DataView): boolean {
  let free = 0;
  for (const { offset, compressedBytes } of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (offset < free || offset + LOCAL_BYTES > directory) return false;
    if (view.getUint32(offset, true) !== LOCAL_HEADER) return false;
    free = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + compressedBytes;
  }
  return free <= directory;
}

/**
 * The entries of an archive that begins at the first byte; undefined when it is damaged, encrypted, split, ZIP64, has
 * too many entries, names that lead outside, overlapping data, or claims to unpack to more than 300 MiB.
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes);
  if (bytes.length < END_BYTES || view.getUint32(0, true) !== LOCAL_HEADER) return undefined;
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || count !== view.getUint16(end + 8, true)) return undefined;
  if (directory + view.getUint32(end + 12, true) !== end) return undefined;
  const entries: ZipEntry[] = [];
  let place = directory;
  for (let index = 0; index < count; index += 1) {
    const read = readEntry({ view, bytes, place, end });
    if (read === undefined) return undefined;
    entries.push(read.entry);
    place = read.next;
  }
  const unpacked = entries.reduce((total, entry) => total + entry.uncompressedBytes, 0);
  return unpacked <= MOST_UNPACKED_BYTES && areApart(entries, directory, view) ? entries : undefined;
}
