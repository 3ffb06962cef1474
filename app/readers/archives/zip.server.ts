/**
 * ZIP archives from outside. The directory at the end of an archive is only what somebody claims: names, sizes and
 * places are held against limits, against each other and against what is there, before and while anything is unpacked.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { readBytes } from '../read-bytes.server';
import { LIMITS, Refusal, refuse, type Source } from '../reader';
import { megabytes } from '../size-in-words';
import { nameFault } from './entry-names';

const RULE = 'ZIP';

export interface Archive {
  names: readonly string[];
  has(name: string): boolean;
  /** Bytes of one entry once unpacked, as the directory says; what is there is held against it while it is read. */
  size(name: string): number;
  /** Bytes of one entry, piece by piece. Wrong sizes and checksums are noticed at its end. */
  pieces(name: string): AsyncGenerator<Buffer>;
  /** One entry whole. */
  bytes(name: string, most: number): Promise<Buffer>;
  close(): void;
}

/** Opens an archive. Throws a Refusal when it is one that should not be unpacked, or cannot be with certainty. */
export async function openArchive(source: Pick<Source, 'path'>): Promise<Archive> {
  const bytes = await readBytes(source);
  const zip = await inWords('', () => fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }));
  const entries = await checkedEntries(zip, bytes.length);
  const find = (name: string): Entry =>
    entries.get(name.toLowerCase()) ?? refuse(RULE, name, 'The archive lacks this part.');
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => find(name).uncompressedSize,
    pieces: (name) => piecesOf(zip, find(name)),
    async bytes(name, most) {
      const entry = find(name);
      if (entry.uncompressedSize > most) {
        refuse(
          'limit',
          entry.fileName,
          `This part has ${megabytes(entry.uncompressedSize)}; at most ${megabytes(most)} are read.`,
        );
      }
      const all: Buffer[] = [];
      for await (const piece of piecesOf(zip, entry)) all.push(piece);
      return Buffer.concat(all);
    },
    close: () => zip.close(),
  };
}

/** What the library says of a broken archive, as a refusal. It throws only plain errors, each about the archive. */
async function inWords<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error) || error.name === 'AbortError') throw error;
    const why = error.message.replace(/\.$/, '').slice(0, 200);
    return refuse(RULE, place, `The archive cannot be unpacked with certainty: ${why}.`);
  }
}

async function checkedEntries(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  if (zip.entryCount > LIMITS.archiveEntries) tooMany(zip.entryCount);
  const each = zip.eachEntry();
  for (;;) {
    const { value: entry, done } = await inWords('', () => each.next());
    if (done) break;
    const name = entry.fileName;
    const place = name.slice(0, 120);
    const fault = nameFault(name);
    if (fault) refuse(RULE, place, fault);
    const key = name.toLowerCase();
    if (entries.has(key)) refuse(RULE, place, 'Two parts of the archive have this name.');
    if (entry.isEncrypted()) refuse(RULE, place, 'The archive is encrypted. Please send it without a password.');
    if (![0, 8].includes(entry.compressionMethod)) refuse(RULE, place, 'It is packed in a way that is not read here.');
    unpacked += entry.uncompressedSize;
    if (unpacked > LIMITS.unpacked) {
      refuse('limit', place, `Unpacked it would have more than ${megabytes(LIMITS.unpacked)}.`);
    }
    entries.set(key, entry);
    if (entries.size > LIMITS.archiveEntries) tooMany(entries.size);
  }
  if (unpacked > size * LIMITS.unpackedRatio) {
    refuse(
      'limit',
      '',
      `Unpacked it would be more than ${LIMITS.unpackedRatio} times as large. That is how archives are built to fill a disk.`,
    );
  }
  await noOverlap(zip, [...entries.values()]);
  return entries;
}

const tooMany = (count: number): never =>
  refuse(
    'limit',
    '',
    `The archive has ${count} parts; at most ${LIMITS.archiveEntries.toLocaleString('en-GB')} are read.`,
  );

/** Parts that share bytes unpack to more than there is; a part whose own name is another is read differently by others. */
async function noOverlap(zip: ZipFile, entries: Entry[]): Promise<void> {
  const spans: { start: number; end: number; name: string }[] = [];
  for (const entry of entries) {
    const { fileName: name } = entry;
    const header = await inWords(name, () => zip.readLocalFileHeaderPromise(entry));
    if (!header.fileName.equals(entry.fileNameRaw)) refuse(RULE, name, 'The archive names this part in two ways.');
    if (header.compressionMethod !== entry.compressionMethod)
      refuse(RULE, name, 'The archive says in two ways how this part is packed.');
    spans.push({ start: entry.relativeOffsetOfLocalHeader, end: header.fileDataStart + entry.compressedSize, name });
  }
  spans.sort((a, b) => a.start - b.start);
  let end = 0;
  for (const span of spans) {
    if (span.start < end) refuse(RULE, span.name, 'Parts of the archive share the same bytes.');
    end = span.end;
  }
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const name = entry.fileName;
  const stream = await inWords(name, () => zip.openReadStreamPromise(entry));
  let sum = 0;
  let first = true;
  const each = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await inWords(name, () => each.next());
      if (done) break;
      const piece = Buffer.from(value);
      if (first && piece.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) {
        refuse(RULE, name, 'There is an archive within the archive.');
      }
      first = false;
      sum = crc32(piece, sum);
      yield piece;
    }
  } finally {
    stream.destroy();
  }
  if (sum !== entry.crc32) refuse(RULE, name, 'This part is damaged: its checksum is another.');
}
