import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from './lines';

async function read(chunks: Iterable<Buffer | string>, limit?: number): Promise<Line[]> {
  const lines: Line[] = [];
  async function* source() {
    yield* chunks;
  }
  for await (const batch of linesOf(source(), limit)) lines.push(...batch);
  return lines;
}

describe('lines of a stream', () => {
  it('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(40), async (texts, size) => {
        const wanted = texts.map((text) => text.replace(/[\r\n]/g, ' '));
        const bytes = Buffer.from(wanted.join('\n'));
        const chunks: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size + 1) chunks.push(bytes.subarray(at, at + size + 1));
        const found = await read(chunks);
        // An empty last line is none.
        while (wanted.at(-1) === '') wanted.pop();
        expect(found.map((line) => line.text).slice(0, wanted.length)).toEqual(wanted);
        expect(found.map((line) => line.number)).toEqual(found.map((_, at) => at + 1));
      }),
    );
  });

  it('end with LF or CR LF, and with the stream', async () => {
    expect((await read(['a\r\nb\n', '\nc'])).map((line) => line.text)).toEqual(['a', 'b', '', 'c']);
  });

  it('come as soon as they are complete', async () => {
    let asked = 0;
    async function* source() {
      for (const chunk of ['a\nb', '\n']) {
        asked += 1;
        yield chunk;
      }
    }
    const batches = linesOf(source());
    expect((await batches.next()).value).toEqual([{ number: 1, text: 'a', cut: false }]);
    expect(asked).toBe(1);
  });

  it('are cut where they are too long, and the next one is whole again', async () => {
    expect(await read(['abc', 'def', 'ghi\nxy\n'], 5)).toEqual([
      { number: 1, text: 'abcde', cut: true },
      { number: 2, text: 'xy', cut: false },
    ]);
  });
});
