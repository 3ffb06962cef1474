/** What goes to and fro between whoever wants a file read and the thread that reads it. */
import type { Source } from './reader';
import type { FileHead, FileKind, FileRecord } from './records';

export type ToReader = { type: 'read'; source: Source; kind?: FileKind } | { type: 'next' };

export type FromReader =
  | { type: 'records'; batch: FileRecord[] }
  | { type: 'progress'; done: number }
  | { type: 'done'; head: FileHead }
  | { type: 'failed'; message: string };
