/** The first bytes of a file, unpacked where they are packed: enough to tell what the file is. */
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import type { Source } from './reader';

export interface Beginning {
  packing: 'none' | 'gzip' | 'zip';
  /** null when it is no text. */
  text: string | null;
}

const ENOUGH = 64 * 1024;
/** Of a packed file: what these come to is no more than some megabytes, whatever they are. */
const ENOUGH_PACKED = 4 * 1024;

export async function beginningOf({ path }: Pick<Source, 'path'>): Promise<Beginning> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ENOUGH), 0, ENOUGH, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return { packing: 'zip', text: null };
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      return { packing: 'gzip', text: unpacked(bytes.subarray(0, ENOUGH_PACKED)) };
    return { packing: 'none', text: textOf(bytes) };
  } finally {
    await file.close();
  }
}

/** The beginning of what a gzip file holds. */
function unpacked(bytes: Buffer): string | null {
  try {
    // The file was cut, so its end is missing: what can be unpacked is given without complaint.
    return textOf(gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, ENOUGH));
  } catch {
    return null;
  }
}

/** Whatever the encoding: only what stands in ASCII is looked at here. NUL bytes of UTF-16 are left out for that. */
function textOf(bytes: Buffer): string | null {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
  const text = bytes.toString('latin1').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  const plain = wide ? text.replaceAll('\0', '') : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001a\u001c]/.test(plain) ? null : plain;
}
