/** The list of what a ZIP archive holds, and single small entries of it. Nothing is ever unpacked whole. */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  packed: number;
  size: number;
  method: number;
  encrypted: boolean;
  offset: number;
}

const MOST_ENTRIES = 20_000;
/** Largest entry that is read, in bytes. */
const LARGEST_READ = 4 * 1024 * 1024;

/** The central directory's entries; null when the bytes are no archive that can be read with certainty. */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  // The end record stands in the last 64 KiB, before a comment.
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end < bytes.length - 66_000 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES || at === 0xffffffff) return null;
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The text of one entry, at most 4 MiB of it; null when it cannot be read. */
export function zipText(bytes: Buffer, { offset, packed, method }: ZipEntry): string | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) return null;
  const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(begin, begin + packed);
  try {
    if (method === 0) return data.subarray(0, LARGEST_READ).toString('utf8');
    if (method === 8) return inflateRawSync(data, { maxOutputLength: LARGEST_READ }).toString('utf8');
    return null;
  } catch {
    return null;
  }
}
