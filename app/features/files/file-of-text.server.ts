/** A text that the application writes itself, in the shape in which files come from outside. */
import { createHash } from 'node:crypto';
import type { SpooledFile } from './spool.server';

/** A file of this name with this text in UTF-8. */
export function fileOfText(name: string, text: string): SpooledFile {
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const read = async (from: number, length: number) => bytes.subarray(from, from + length);
  return { field: 'files', originalName: name, size: bytes.length, sha256, read };
}
