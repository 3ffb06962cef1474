/** What a reader of one kind of file is, and how far any of them goes. */
import type { FileHead, FileRecord, Problem } from './records';

const MEGABYTE = 1024 * 1024;

/** How much of a file any reader takes in (imports: "Limits"). What goes beyond is refused with the limit named. */
export const LIMITS = {
  /** Bytes of a file. */
  file: 50 * MEGABYTE,
  /** Bytes of everything in an archive once unpacked, and how often larger than packed it may be. */
  unpacked: 200 * MEGABYTE,
  unpackedRatio: 200,
  archiveEntries: 2_000,
  components: 200_000,
  /** Objects and lists in each other; elements in each other. */
  nesting: 100,
  /** Lines and columns of a table. */
  rows: 500_000,
  columns: 500,
  /** Characters of one value. */
  text: 1_000_000,
  /** Problems told of one file; the rest is counted. */
  problems: 100,
} as const;

/** A file on the disk. Its size was held against the limit before. */
export interface Source {
  path: string;
  /** Name as the person knows it; its ending is a hint, never proof. */
  name: string;
  size: number;
}

/** Where a reader puts what it finds. */
export interface Out {
  /** Takes some hundred records at a time; waits while whoever stores them is behind. */
  records(batch: FileRecord[]): Promise<void>;
  /** Bytes read so far; called now and then. */
  progress(done: number): void;
  /** Throws AbortError once nobody wants the result any more. */
  checkCancelled(): void;
}

/** Reads a whole file. What its standard calls invalid comes back as `valid: false` with errors; a bug throws. */
export type Reader = (source: Source, out: Out) => Promise<FileHead>;

/** A file that goes no further: `place` and `rule` as in Problem. Thrown inside readers, made a value by readFile. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export const refuse = (rule: string, place: string, message: string): never => {
  throw new Refusal({ rule, place, message });
};
