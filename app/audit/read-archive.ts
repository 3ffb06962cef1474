/**
 * Reads a ZIP strictly: what lies in it is exactly what its directory says, once, in order, with nothing between. A
 * reader that is lenient could be shown another file than the next reader sees. Pure; the same in browser and command.
 */
import { inflateSync } from 'fflate';

const PREFIX = 'changemark-seal:';
/** Length of the comment at the end of a sealed archive: the prefix and 88 characters of base64. */
export const ARCHIVE_SEAL_LENGTH = PREFIX.length + 88;
export const archiveSealText = (signature: string): string => `${PREFIX}${signature}`;

export interface ArchiveEntry {
  path: string;
  bytes: Uint8Array;
}

export interface Archive {
  entries: ArchiveEntry[];
  /** Signature over everything before the comment; null when the archive has no seal. */
  seal: string | null;
  /** Every byte before the comment: what the seal covers. */
  sealed: Uint8Array;
}

/** Why a file is no archive that could be trusted; the message names the place. */
export class NotAnArchive extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LARGEST = 2 ** 31;

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = ((CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}

/** Whether these bytes begin like a ZIP. */
export const looksLikeArchive = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Where the end record begins: it is the last thing but its own comment. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw new NotAnArchive('The file has no end of a ZIP: it was cut off or is another kind of file');
}

interface Listed {
  path: string;
  offset: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** The fields that its own header must repeat: version needed to CRC, sizes, length of the name. */
  header: Uint8Array;
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotAnArchive('A name in the ZIP is not written in UTF-8: it was altered');
  }
}

function directory(bytes: Uint8Array, view: DataView, end: number): Listed[] {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    throw new NotAnArchive('The end of the ZIP contradicts itself: several disks, or another number of files');
  }
  const listed: Listed[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) {
      throw new NotAnArchive(`The directory of the ZIP is damaged at its entry ${n + 1}`);
    }
    const nameLength = view.getUint16(at + 28, true);
    const beside = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    listed.push({
      path: text(bytes.subarray(at + 46, at + 46 + nameLength)),
      offset: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: bytes.subarray(at + 6, at + 30),
    });
    at += 46 + nameLength + beside;
  }
  if (at !== end) throw new NotAnArchive('Something lies between the directory of the ZIP and its end');
  return listed;
}

function contentOf(bytes: Uint8Array, view: DataView, one: Listed, next: number): Uint8Array {
  const fail = (words: string) => new NotAnArchive(`${one.path}: ${words}`);
  if (one.offset + 30 > next || view.getUint32(one.offset, true) !== LOCAL)
    throw fail('its place in the ZIP is damaged');
  const own = bytes.subarray(one.offset + 4, one.offset + 28);
  // The first 24 bytes after the signature are the same in both headers.
  if (own.some((byte, index) => byte !== one.header[index])) throw fail('its header and the directory disagree');
  const nameLength = view.getUint16(one.offset + 26, true);
  const begin = one.offset + 30 + nameLength + view.getUint16(one.offset + 28, true);
  if (text(bytes.subarray(one.offset + 30, one.offset + 30 + nameLength)) !== one.path) {
    throw fail('it has another name in the directory');
  }
  if (begin + one.packed !== next) throw fail('something lies behind it, or a part of it is missing');
  const packed = bytes.subarray(begin, next);
  const content = unpack(one, packed, fail);
  if (content.length !== one.size || crc32(content) !== one.crc) throw fail('its contents were altered (CRC-32)');
  return content;
}

function unpack({ method, size }: Listed, packed: Uint8Array, fail: (words: string) => Error): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8 || size > LARGEST) throw fail(`it is packed in a way that packs never are (${method})`);
  try {
    // Never more than the directory says: a small file that unpacks to a large one ends here.
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw fail('it cannot be unpacked: its bytes were altered');
  }
}

/**
 * Takes an archive apart.
 * @throws NotAnArchive naming the file at which it is damaged
 */
export function readArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_SIZE) throw new NotAnArchive('The file is too short for a ZIP');
  const end = endOf(view);
  const start = view.getUint32(end + 16, true);
  const listed = directory(bytes, view, end);
  let expected = 0;
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  if (total > LARGEST) throw new NotAnArchive('The files in the ZIP are larger than can be looked at here');
  const entries = listed.map((one, index) => {
    if (one.offset !== expected) throw new NotAnArchive(`${one.path}: it does not follow the file before it`);
    const next = listed[index + 1]?.offset ?? start;
    expected = next;
    return { path: one.path, bytes: contentOf(bytes, view, one, next) };
  });
  const comment = text(bytes.subarray(end + END_SIZE));
  const sealed = comment.startsWith(PREFIX) && comment.length === ARCHIVE_SEAL_LENGTH;
  return { entries, seal: sealed ? comment.slice(PREFIX.length) : null, sealed: bytes.subarray(0, end + END_SIZE) };
}
