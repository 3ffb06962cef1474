/** Takes a file from the disk into memory, never more of it than the limit. */
import { open } from 'node:fs/promises';
import { LIMITS, refuse, type Source } from './reader';
import { megabytes } from './size-in-words';

/**
 * The bytes of a file. What is no ordinary file (a folder, a device, a pipe) is refused: it has no size to hold
 * against the limit. The size is counted while reading, since a file can grow after it was measured.
 */
export async function readBytes({ path }: Pick<Source, 'path'>): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (!found.isFile()) refuse('file', '', 'This is no ordinary file, so it is not read.');
    if (found.size > LIMITS.file) tooLarge(found.size);
    // One byte more than it should have: with it a file that grew is noticed, and the end of one that did not.
    const bytes = Buffer.allocUnsafe(found.size + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > found.size) refuse('file', '', 'The file changed while it was read. Please try again.');
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

export const tooLarge = (size: number): never =>
  refuse('limit', '', `The file has ${megabytes(size)}; at most ${megabytes(LIMITS.file)} are read.`);
