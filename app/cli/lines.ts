/** Splits a stream of bytes into lines, holding one line at a time. */
import { StringDecoder } from 'node:string_decoder';

export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** True where the line was longer than the limit: `text` is only its beginning. */
  cut: boolean;
}

/** A line longer than this is no dossier; holding it whole could take all memory. */
export const LINE_LIMIT = 64 * 1024 * 1024;

/**
 * The lines of a stream in UTF-8, without their ends (LF or CR LF), as they come: what one block of input completes
 * comes together, so that nobody waits for an answer to a line that is complete.
 * @param limit characters of a line that are kept; the rest of a longer line is passed over
 */
export async function* linesOf(source: AsyncIterable<unknown>, limit = LINE_LIMIT): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  let cut = false;
  let number = 0;
  const take = (part: string): void => {
    if (cut || part === '') return;
    cut = held.length + part.length > limit;
    held += cut ? part.slice(0, limit - held.length) : part;
  };
  const finish = (): Line => {
    number += 1;
    const line = { number, text: held.endsWith('\r') ? held.slice(0, -1) : held, cut };
    held = '';
    cut = false;
    return line;
  };
  for await (const chunk of source) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer);
    const lines: Line[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      take(text.slice(from, end));
      from = end + 1;
      lines.push(finish());
    }
    take(text.slice(from));
    if (lines.length > 0) yield lines;
  }
  take(decoder.end());
  if (held !== '' || cut) yield [finish()];
}
