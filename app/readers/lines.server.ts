/** The lines of a text file, read piece by piece; packed ones are unpacked on the way, within the limits. */
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LIMITS, type Out, Refusal, refuse, type Source } from './reader';
import { megabytes } from './size-in-words';

export interface TextLine {
  /** Counted from 1. */
  number: number;
  text: string;
}

const LONGEST_LINE = 10_000;

/**
 * Lines in UTF-8 without their ends (LF or CR LF). Refuses other encodings, NUL bytes, lines without end, and archives
 * that are damaged or unpack to more than the limits.
 * @param rule named in refusals: the format of the file
 */
export async function* linesOf({ path }: Source, rule: string, packed: boolean, out: Out): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  const lineOf = (text: string): TextLine => {
    number += 1;
    if (text.length > LONGEST_LINE)
      refuse('limit', `line ${number}`, 'A line is longer than any of this format can be.');
    if (text.includes('\0')) refuse(rule, `line ${number}`, 'The file holds NUL bytes, so it is not text.');
    return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  };
  for await (const chunk of bytesOf(path, packed, out)) {
    let text: string;
    try {
      text = rest + decoder.decode(chunk, { stream: true });
    } catch {
      return refuse(rule, `after line ${number}`, 'The file is not written in UTF-8.');
    }
    const lines = text.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield lineOf(line);
    if (rest.length > LONGEST_LINE) lineOf(rest);
    out.checkCancelled();
  }
  if (rest !== '') yield lineOf(rest);
}

async function* bytesOf(path: string, packed: boolean, out: Out): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { end: LIMITS.file });
  let read = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      read += chunk.length;
      out.progress(read);
      done(null, chunk);
    },
  });
  file.on('error', (error) => counted.destroy(error)).pipe(counted);
  if (!packed) return yield* counted as AsyncIterable<Buffer>;
  const unpacking = createGunzip();
  counted.on('error', (error) => unpacking.destroy(error)).pipe(unpacking);
  let unpacked = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > LIMITS.unpacked)
        refuse('limit', '', `Unpacked, the file has more than ${megabytes(LIMITS.unpacked)}.`);
      if (unpacked > read * LIMITS.unpackedRatio && unpacked > 1024 * 1024) {
        refuse('limit', '', `Unpacked, the file is more than ${LIMITS.unpackedRatio} times as large as packed.`);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refusal || !isZlib(error)) throw error;
    refuse('gzip', '', 'The file is damaged: it cannot be unpacked to its end.');
  } finally {
    file.destroy();
  }
}

const isZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
