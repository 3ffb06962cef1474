/**
 * A ZIP as the verifier reads it: sizes in front of each file, nothing in between, one time for all, so that the same
 * files are the same bytes. fflate compresses; the headers are written here, because its streaming writer puts sizes
 * behind each file, and its other one holds everything in memory. Pure but for the CRC.
 */
import { crc32 } from 'node:zlib';
import { Deflate } from 'fflate';

/** Files that are packed already gain nothing and cost time. */
const PACKED = /\.(pdf|png|jpe?g|gif|zip|gz|docx|xlsx|pptx|7z|mp4)$/i;
/** Packed bytes up to this are kept; of a larger file only the sizes are, and it is packed a second time to be written. */
const KEPT = 4 * 1024 * 1024;
const STEP = 256 * 1024;

export type Source = () => AsyncIterable<Uint8Array>;

export interface Measured {
  path: string;
  method: 0 | 8;
  size: number;
  packedSize: number;
  crc: number;
  /** Packed bytes where they are few; null: pack again. */
  kept: Uint8Array[] | null;
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Packs a file piece by piece and lets others work in between. */
async function* packed(source: Source, method: 0 | 8, seen: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const deflate = method === 8 ? new Deflate({ level: 6 }, (bytes) => void out.push(bytes)) : null;
  const take = () => {
    const taken = out;
    out = [];
    return taken;
  };
  for await (const whole of source()) {
    for (let at = 0; at < whole.length; at += STEP) {
      const piece = whole.subarray(at, at + STEP);
      seen(piece);
      if (deflate) deflate.push(Uint8Array.from(piece));
      else out.push(Uint8Array.from(piece));
      yield* take();
      await breathe();
    }
  }
  deflate?.push(new Uint8Array(), true);
  yield* take();
}

/** What has to be known of a file before it is written. @param seen told every piece as it is, for its digest */
export async function measure(path: string, source: Source, seen: (bytes: Uint8Array) => void): Promise<Measured> {
  const method = PACKED.test(path) ? 0 : 8;
  let [size, packedSize, crc] = [0, 0, 0];
  let kept: Uint8Array[] | null = [];
  const look = (piece: Uint8Array) => {
    size += piece.length;
    crc = crc32(piece, crc);
    seen(piece);
  };
  for await (const piece of packed(source, method, look)) {
    packedSize += piece.length;
    if (packedSize > KEPT) kept = null;
    kept?.push(piece);
  }
  return { path, method, size, packedSize, crc, kept };
}

/** The packed bytes of a measured file. */
export async function* contentOf({ method, kept }: Measured, source: Source): AsyncGenerator<Uint8Array> {
  if (kept) yield* kept;
  else yield* packed(source, method, () => undefined);
}

const encoder = new TextEncoder();

/** Date and time as a ZIP writes them, of a moment in universal time. */
export function dosTime(at: Date): { time: number; day: number } {
  const year = Math.min(2107, Math.max(1980, at.getUTCFullYear()));
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    day: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/** The 26 bytes that both headers of a file hold: version, names in UTF-8, method, time, CRC, sizes, length of name. */
function shared(view: DataView, offset: number, file: Measured, at: Date, nameLength: number): void {
  const { time, day } = dosTime(at);
  view.setUint16(offset, 20, true);
  view.setUint16(offset + 2, 0x0800, true);
  view.setUint16(offset + 4, file.method, true);
  view.setUint16(offset + 6, time, true);
  view.setUint16(offset + 8, day, true);
  view.setUint32(offset + 10, file.crc, true);
  view.setUint32(offset + 14, file.packedSize, true);
  view.setUint32(offset + 18, file.size, true);
  view.setUint16(offset + 22, nameLength, true);
}

/** What stands before the bytes of a file. */
export function localHeader(file: Measured, at: Date): Uint8Array {
  const name = encoder.encode(file.path);
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  shared(view, 4, file, at, name.length);
  bytes.set(name, 30);
  return bytes;
}

/** The entry of a file in the directory at the end. @param offset where its local header stands */
export function centralHeader(file: Measured, at: Date, offset: number): Uint8Array {
  const name = encoder.encode(file.path);
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  shared(view, 6, file, at, name.length);
  view.setUint32(42, offset, true);
  bytes.set(name, 46);
  return bytes;
}

/** The end record, which announces a comment of so many bytes. */
export function endRecord(count: number, size: number, offset: number, commentLength: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  view.setUint16(20, commentLength, true);
  return bytes;
}
