import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, type DocumentKind, documentKinds } from './catalogue.server';
import { render } from './render';
import { renderDocument, stopRendering } from './render.server';
import { fontsIn, goldenText, outside, type ReadPdf, readPdf } from './testing/read-pdf';

const cases = documentKinds.flatMap((kind) =>
  Object.entries(catalogue[kind].samples).map(([name, sample]) => ({ kind, name, sample })),
);
const PAGES: Record<string, number> = {
  'supplier-request-letter/ordinary': 3,
  'supplier-request-letter/corrected': 3,
  'malware-protection-request/ordinary': 2,
  'network-compatibility-request/ordinary': 3,
  'security-documents-request/ordinary': 2,
  'lifecycle-request/ordinary': 2,
  'vulnerability-position-request/ordinary': 3,
  'clarification-request/ordinary': 2,
  'interim-controls-notice/ordinary': 2,
  'reminder/ordinary': 1,
  'escalation/ordinary': 2,
  'notice-of-intent/ordinary': 2,
  'answer-acceptance/ordinary': 1,
  'reply-receipt/ordinary': 1,
  'supplier-record/ordinary': 2,
  'answer-form/ordinary': 2,
  'assessment-report/ordinary': 4,
  'sign-sheet/ordinary': 1,
  'change-permit/ordinary': 2,
  'change-permit/bare': 2,
};
/** Too long to be read as a golden text; its margins, fonts and bytes are checked like the others'. */
const NOT_GOLDEN = new Set(['longest']);

const draw = (kind: DocumentKind, sample: (typeof cases)[number]['sample']) =>
  render(kind, sample.model as never, new Date(sample.issuedAt));
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
    if (NOT_GOLDEN.has(name)) return expect(read.pages.length).toBeGreaterThan(5);
    await expect(goldenText(read)).toMatchFileSnapshot(`./${kind}/golden/${name}.txt`);
    const wanted = PAGES[`${kind}/${name}`] ?? (name === 'bare' ? 1 : undefined);
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
    // Embedded, cut to what is used, readable as text; the font of fields is whole, for what is yet to be typed.
    const wanted = /\syes yes yes\s+\d+\s+\d+$|^LiberationSans\s+TrueType\s+WinAnsi\s+yes no {2}no\s/;
    for (const line of lines) expect(line).toMatch(wanted);
  });
});

describe('the same bytes', () => {
  it('come again when many are asked for at once', async () => {
    // The longest of each kind only repeat what the others show; one of them is enough.
    const asked = cases.filter((one) => one.name !== 'longest' || one.kind === 'supplier-record');
    const again = await Promise.all(asked.map(async (one) => ({ ...one, printed: await draw(one.kind, one.sample) })));
    for (const { kind, name, printed } of again) expect(printed.sha256).toBe(firstTime.get(`${kind}/${name}`));
  }, 120_000);

  it('come from worker threads', async () => {
    const asked = await Promise.all(
      [...cases, ...cases.filter((one) => one.name === 'ordinary')]
        .filter((one) => one.name !== 'longest' && one.name !== 'html')
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
