/** Every kind in large print and in black on white: the same words, whole fonts, kept margins, the same marks. */
import { describe, expect, it, vi } from 'vitest';
import { catalogue, documentKinds } from './catalogue.server';
import type { ThemeName } from './parts/letter-model';
import { render } from './render';
import { fontsIn, outside, type ReadPdf, readPdf } from './testing/read-pdf';
import { themes } from './theme';

const OTHERS: ThemeName[] = ['large-print', 'monochrome'];
const themed = documentKinds.filter((kind) => kind !== 'answer-form' && kind !== 'assessment-report');
/** The longest are slow; these three use every part that can be long. */
const LONG = new Set(['vulnerability-position-request', 'notice-of-intent', 'network-compatibility-request']);
const cases = themed.flatMap((kind) =>
  Object.keys(catalogue[kind].samples)
    .filter((name) => ['ordinary', 'bare', 'scripts'].includes(name) || (name === 'longest' && LONG.has(kind)))
    .flatMap((name) => OTHERS.map((theme) => ({ kind, name, theme }))),
);

async function draw(kind: (typeof themed)[number], name: string, theme: ThemeName) {
  const sample = catalogue[kind].samples[name];
  if (!sample) throw new Error(`${kind} has no sample ${name}`);
  const { bytes } = await render(kind, { ...sample.model, theme } as never, new Date(sample.issuedAt));
  return { bytes, read: await readPdf(bytes), model: sample.model };
}

/** All words of a document in one string without spaces or the foot of its pages, as lines break elsewhere. */
const squash = (text: string) => text.replace(/\s+/g, '');
const wordsOf = (read: ReadPdf) =>
  squash(read.pages.join('\n').replace(/[^\n]*\n?Content SHA-256 [0-9a-f]{64}\s*page \d+ of \d+/g, ''));

/** The texts of a model that are printed as they are: no dates, and no script that a line break turns round. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(value) ? [] : [squash(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'form' ? [] : texts(one)));
}

const drawn = new Map<string, string>();
async function standardWords(kind: (typeof themed)[number], name: string): Promise<string> {
  const known = drawn.get(`${kind}/${name}`) ?? wordsOf((await draw(kind, name, 'standard')).read);
  drawn.set(`${kind}/${name}`, known);
  return known;
}

describe.each(cases)('$kind, sample $name, $theme', ({ kind, name, theme }) => {
  it('says the same within the margins, with every font and mark', async () => {
    const warned = vi.spyOn(console, 'warn');
    const { bytes, read, model } = await draw(kind, name, theme);
    expect(warned).not.toHaveBeenCalled();
    expect(outside(read)).toEqual([]);
    expect(fontsIn(bytes).filter((font) => !font.embedded)).toEqual([]);
    const raw = Buffer.from(bytes).toString('utf8');
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    for (const [index, text] of read.pages.entries())
      expect(text).toContain(`page ${index + 1} of ${read.pages.length}`);
    if (name === 'longest') return expect(read.pages.length).toBeGreaterThan(5);
    const standard = await standardWords(kind, name);
    const there = texts(model).filter((text) => standard.includes(text));
    expect(there.length).toBeGreaterThan(name === 'bare' ? 1 : 12);
    const words = wordsOf(read);
    expect(there.filter((text) => !words.includes(text))).toEqual([]);
  });
});

describe('themes', () => {
  it('print large print in 14 points and more, but for the foot', () => {
    const { foot, ...sizes } = themes['large-print'].size;
    expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(14);
    expect(sizes.body).toBeGreaterThanOrEqual(16);
    expect(foot).toBeGreaterThanOrEqual(10);
  });

  it('use black and white only in monochrome', async () => {
    expect(new Set(Object.values(themes.monochrome.colour))).toEqual(new Set(['#000000', '#ffffff']));
    const { bytes } = await draw('vulnerability-position-request', 'ordinary', 'monochrome');
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('take the standard one where none is named', async () => {
    const sample = catalogue.reminder.samples.ordinary;
    if (!sample) throw new Error('no ordinary sample');
    const at = new Date(sample.issuedAt);
    const [unnamed, named, large] = await Promise.all([
      render('reminder', sample.model, at),
      render('reminder', { ...sample.model, theme: 'standard' }, at),
      render('reminder', { ...sample.model, theme: 'large-print' }, at),
    ]);
    expect(named.pages).toBe(unnamed.pages);
    expect(large.pages).toBeGreaterThan(unnamed.pages);
  });
});
