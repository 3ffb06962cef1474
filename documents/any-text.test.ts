/** Nothing that somebody writes into a document may crash it, run over a margin or be lost. */
import { describe, expect, it, vi } from 'vitest';
import { catalogue, documentKinds } from './catalogue.server';
import { breakingAt } from './fonts/breaks';
import { guard } from './fonts/face';
import { render } from './render';
import { fontsIn, outside, readPdf } from './testing/read-pdf';

describe('text of any kind', () => {
  const letter = catalogue['supplier-request-letter'].samples.ordinary;
  const withWords = (...why: string[]) => {
    if (!letter) throw new Error('no ordinary sample');
    return { ...letter.model, why };
  };
  const issuedAt = new Date('2026-11-23T00:00:00Z');

  it('marks what no font can draw, and says which characters they were', async () => {
    const printed = await render('supplier-request-letter', withWords('smile \u{1F600} and \ue000'), issuedAt);
    const text = (await readPdf(printed.bytes)).pages.join('\n');
    expect(text).toContain('smile \ufffd and \ufffd');
    expect(text).toContain('U+E000, U+1F600');
  });

  it('prints 100,000 characters whole, whatever they are', async () => {
    const texts = {
      words: 'The pump stops when the network is busy. '.repeat(2440),
      'one word': 'x'.repeat(100_000),
      'line breaks': 'a\n'.repeat(50_000),
      chinese: '医疗器械安全补丁更新'.repeat(10_000),
      marks: 'e\u0323\u0302\u0301'.repeat(25_000),
      halves: '\ud800'.repeat(100_000),
    };
    let whole = '';
    for (const [name, text] of Object.entries(texts)) {
      const printed = await render('supplier-request-letter', withWords(text), issuedAt);
      if (name === 'words') whole = (await readPdf(printed.bytes)).pages.join(' ');
      expect(printed.pages, name).toBeLessThan(120);
      expect(
        fontsIn(printed.bytes).every((font) => font.embedded),
        name,
      ).toBe(true);
    }
    expect(whole.match(/The\s+pump\s+stops/g)?.length).toBeGreaterThan(2430);
    // Bounded: about one second each on a free machine; the limit is for a machine that does ten other things.
  }, 120_000);

  it('breaks long words and numbers without adding a sign', async () => {
    const hash = '4f6d4c7e0f2a'.repeat(12);
    const printed = await render('supplier-request-letter', withWords(`Hash ${hash} and CVE-2017-0144.`), issuedAt);
    const text = (await readPdf(printed.bytes)).pages.join('\n');
    expect(text.replaceAll('\n', '')).toContain(hash);
    expect(text).toContain('CVE-2017-0144');
  });

  it('leaves nothing behind for the next document', async () => {
    const before = await render('supplier-request-letter', withWords('plain words'), issuedAt);
    await render('supplier-request-letter', withWords('no\u00a0break, \u2010 \u2011 \u00b5 \u03bc \u212b Å'), issuedAt);
    const after = await render('supplier-request-letter', withWords('plain words'), issuedAt);
    expect(after.sha256).toBe(before.sha256);
  });

  it.each(documentKinds)(
    'keeps to the page whatever stands in any field of %s',
    async (kind) => {
      const warned = vi.spyOn(console, 'warn');
      const tall = `${'Wm'.repeat(300)} ${'漢字'.repeat(100)}\n${'a\n'.repeat(60)}`;
      // Words that are ours, never a user's: heads of tables, badges, states.
      const ours = /^(date|asOf|mark|language|word|heads|confidence|from|to|state|tone|passage|drawings|id|answer_by)$/;
      const fill = (value: unknown): unknown => {
        if (typeof value === 'string') return tall;
        if (Array.isArray(value)) return value.map(fill);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ours.test(key) ? one : fill(one)]));
      };
      // What letters have in common is filled in the first of each sort; the others fill what only they have.
      const ordinary = catalogue[kind].samples.ordinary?.model ?? {};
      const first = 'ask' in ordinary ? 'reminder' : 'supplier-request-letter';
      const common = 'salutation' in ordinary && kind !== first ? (catalogue[first].samples.ordinary?.model ?? {}) : {};
      const own = Object.entries(ordinary).map(([key, one]) => [
        key,
        key in common || ours.test(key) ? one : fill(one),
      ]);
      const model = Object.fromEntries(own) as never;
      const read = await readPdf((await render(kind, model, issuedAt)).bytes);
      expect(outside(read)).toEqual([]);
      expect(warned).not.toHaveBeenCalled();
      // A pack filled everywhere is hundreds of pages.
    },
    180_000,
  );

  it('refuses more than can be printed', async () => {
    await expect(render('supplier-request-letter', withWords('x'.repeat(1_500_001)), issuedAt)).rejects.toThrow(
      /at most 1500000/,
    );
  });
});

describe('words and fonts', () => {
  it('breaks where a reader would, and never loses a letter', () => {
    const rule = breakingAt(18);
    expect(rule('KB5035888')).toEqual(['', 'KB5035888']);
    expect(rule('安全补丁')).toEqual(['', '安', '', '全', '', '补', '', '丁']);
    expect(rule('https://a.example/very/long')).toEqual([
      '',
      'https://',
      '',
      'a.',
      '',
      'example/',
      '',
      'very/',
      '',
      'long',
    ]);
    for (const word of ['x'.repeat(50), 'e\u0301'.repeat(30), 'נתונים'.repeat(9), '\ufffd'.repeat(9)]) {
      expect(rule(word).join('')).toBe(word);
    }
    expect(breakingAt(3)('unknown')).toEqual(['', 'unk', '', 'now', '', 'n']);
    expect(rule('   ')).toEqual(['   ']);
  });

  it('sets a word sign by sign when the font cannot shape it', () => {
    const face = {
      hasGlyphForCodePoint: () => true,
      glyphForCodePoint: (codePoint: number) => ({ advanceWidth: codePoint }),
      layout: (text: string) => {
        if (text.includes('!')) throw new TypeError('no anchor');
        return { glyphs: [{ advanceWidth: 0 }], positions: [{ xAdvance: 7, yAdvance: 0, xOffset: 0, yOffset: 0 }] };
      },
    };
    guard(face);
    const run = face.layout('ab c!');
    expect(run.positions.map((position) => position.xAdvance)).toEqual([7, 7, 99, 33]);
  });
});
