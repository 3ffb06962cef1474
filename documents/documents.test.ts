import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue, type DocumentKind, documentKinds } from './catalogue.server';
import { breakingAt } from './fonts/breaks';
import { guard } from './fonts/face';
import { render } from './render';
import { renderDocument, stopRendering } from './render.server';
import { fontsIn, goldenText, type ReadPdf, readPdf } from './testing/read-pdf';
import { page } from './theme';

const cases = documentKinds.flatMap((kind) =>
  Object.entries(catalogue[kind].samples).map(([name, sample]) => ({ kind, name, sample })),
);
const PAGES: Record<string, number> = {
  'supplier-request-letter/ordinary': 3,
  'supplier-request-letter/bare': 1,
  'assessment-report/ordinary': 4,
  'assessment-report/bare': 1,
};
/** Too long to be read as a golden text; its margins, fonts and bytes are checked like the others'. */
const NOT_GOLDEN = new Set(['longest']);

const draw = (kind: DocumentKind, sample: (typeof cases)[number]['sample']) =>
  render(kind, sample.model as never, new Date(sample.issuedAt));
/** Words that stand in a margin, or below the foot of the page. */
const outside = (read: ReadPdf): string[] =>
  read.items
    .filter(
      ({ text, x, y, width }) =>
        text.trim() !== '' && (x < page.margin - 1 || x + width > page.width - page.margin + 1.5 || y < 20),
    )
    .map((item) => `${item.page}: ${item.text}`);
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** SHA-256 of each sample as it was rendered first. */
const firstTime = new Map<string, string>();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'changemark-documents-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stopRendering();
});

describe.each(cases)('$kind, sample $name', ({ kind, name, sample }) => {
  let bytes = new Uint8Array();
  let read: ReadPdf;
  let file = '';
  beforeAll(async () => {
    const printed = await draw(kind, sample);
    firstTime.set(`${kind}/${name}`, printed.sha256);
    bytes = new Uint8Array(printed.bytes);
    read = await readPdf(bytes);
    expect(printed.pages).toBe(read.pages.length);
    file = path.join(folder, `${kind}-${name}.pdf`);
    writeFileSync(file, bytes);
  }, 60_000);

  it('prints the words of its golden text', async () => {
    if (NOT_GOLDEN.has(name)) return expect(read.pages.length).toBeGreaterThan(10);
    await expect(goldenText(read)).toMatchFileSnapshot(`./${kind}/golden/${name}.txt`);
    const wanted = PAGES[`${kind}/${name}`];
    if (wanted !== undefined) expect(read.pages).toHaveLength(wanted);
  });

  it('embeds every font', () => {
    const fonts = fontsIn(bytes);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((font) => !font.embedded)).toEqual([]);
    expect(fonts.map((font) => font.name).join(' ')).not.toMatch(/Helvetica|Times|Courier/);
  });

  it('says what it is: title, language, PDF/A-3b, page numbers, hash of its content', () => {
    expect(read.info).toMatchObject({ Language: 'en-GB', PDFFormatVersion: '1.7', Creator: 'Changemark' });
    expect(String(read.info.Title).length).toBeGreaterThan(10);
    const raw = Buffer.from(bytes).toString('utf8');
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(raw).toContain('GTS_PDFA1');
    const xmp = raw.slice(raw.indexOf('<x:xmpmeta'), raw.indexOf('</x:xmpmeta>'));
    expect(xmp).not.toMatch(/<script|<b>|&(?!amp;|lt;|gt;)/);
    read.pages.forEach((text, index) => {
      expect(text).toContain(`page ${index + 1} of ${read.pages.length}`);
      expect(text).toMatch(/Content SHA-256 [0-9a-f]{64}/);
    });
  });

  it('keeps every word inside the margins', () => {
    expect(outside(read)).toEqual([]);
  });

  it.skipIf(!has('qpdf'))('is a clean file for qpdf', () => {
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it.skipIf(!has('pdffonts'))('has only embedded fonts for pdffonts', () => {
    const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    for (const line of lines) expect(line).toMatch(/\syes yes yes\s+\d+\s+\d+$/);
  });
});

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
      const ours = /^(date|asOf|mark|language|word|heads|confidence|from|to|state|tone|passage|drawings)$/;
      const fill = (value: unknown): unknown => {
        if (typeof value === 'string') return tall;
        if (Array.isArray(value)) return value.map(fill);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ours.test(key) ? one : fill(one)]));
      };
      const model = fill(catalogue[kind].samples.ordinary?.model) as never;
      const read = await readPdf((await render(kind, model, issuedAt)).bytes);
      expect(outside(read)).toEqual([]);
      expect(warned).not.toHaveBeenCalled();
    },
    60_000,
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

describe('the same bytes', () => {
  it('come again when many are asked for at once', async () => {
    const again = await Promise.all(cases.map(async (one) => ({ ...one, printed: await draw(one.kind, one.sample) })));
    for (const { kind, name, printed } of again) expect(printed.sha256).toBe(firstTime.get(`${kind}/${name}`));
  }, 120_000);

  it('come from worker threads', async () => {
    const asked = await Promise.all(
      [...cases, ...cases]
        .filter((one) => one.name !== 'longest')
        .map(async ({ kind, name, sample }) => ({
          name: `${kind}/${name}`,
          printed: await renderDocument(kind, sample.model as never, new Date(sample.issuedAt)),
        })),
    );
    for (const { name, printed } of asked) {
      expect(printed.sha256).toBe(firstTime.get(name));
      expect(printed.bytes).toBeInstanceOf(Uint8Array);
    }
  }, 120_000);
});

describe('in worker threads', () => {
  it('passes a refusal on as the same error', async () => {
    const { ordinary } = catalogue['supplier-request-letter'].samples;
    const model = { ...ordinary?.model, why: ['x'.repeat(1_500_001)] } as never;
    await expect(renderDocument('supplier-request-letter', model, new Date())).rejects.toMatchObject({
      name: 'DocumentTooLong',
      status: 413,
    });
  }, 60_000);
});
