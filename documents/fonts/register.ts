import { existsSync } from 'node:fs';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';
import { projectRoot } from '../../db/project-root';
import { breakable } from './breaks';
import { type Face, guard, isFace } from './face';

/** The face of all text; regular and bold. */
export const BASE = 'Liberation Sans';
/** Holds the replacement mark U+FFFD and the rarer Latin, Greek and Cyrillic letters. */
export const WIDE = 'Noto Sans';

/** Tried in this order for a character the base face lacks. Symbols stand before CJK, whose symbols are full-width. */
export const FALLBACKS: readonly { family: string; file: string }[] = [
  { family: WIDE, file: 'NotoSans-Regular.ttf' },
  ...[
    'Arabic',
    'Hebrew',
    'Armenian',
    'Georgian',
    'Ethiopic',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
    'Thai',
    'Lao',
    'Khmer',
    'Myanmar',
    'Cherokee',
    'CanadianAboriginal',
    'Syriac',
    'Thaana',
    'NKo',
    'Tifinagh',
  ].map((script) => ({ family: `Noto Sans ${script}`, file: `NotoSans${script}-Regular.ttf` })),
  { family: 'Noto Serif Tibetan', file: 'NotoSerifTibetan-Regular.ttf' },
  { family: 'Noto Sans Math', file: 'NotoSansMath-Regular.ttf' },
  { family: 'Noto Sans Symbols', file: 'NotoSansSymbols-Regular.ttf' },
  { family: 'Noto Sans Symbols2', file: 'NotoSansSymbols2-Regular.ttf' },
  { family: 'Droid Sans Fallback', file: 'DroidSansFallback.ttf' },
];

let registered: Promise<void> | undefined;

/**
 * Makes the fonts ready for one rendering; called before each. They are registered and loaded once per thread.
 * A loaded font remembers for each sign the character it was first used for (a space, a no-break space) and writes that
 * into the file: what an earlier document left there is forgotten, or the same record would give other bytes.
 */
export async function prepareFonts(): Promise<void> {
  registered ??= register();
  await registered;
  for (const family of [BASE, INSTEAD, ...FALLBACKS.map((fallback) => fallback.family)]) {
    for (const weight of [400, 700]) {
      const face: unknown = Font.getFont({ fontFamily: family, fontWeight: weight })?.data;
      if (isFace(face)) face._glyphs = {};
    }
  }
}

/** The renderer appends this name to every font list and would use its built-in, unembedded face: ours takes its place. */
const INSTEAD = 'Helvetica';

async function register(): Promise<void> {
  const folder = path.join(projectRoot(), 'documents', 'fonts');
  const file = (name: string) => {
    const found = path.join(folder, name);
    if (!existsSync(found)) throw new Error(`Font file missing: ${found}`);
    return found;
  };
  Font.clear();
  for (const family of [BASE, INSTEAD]) {
    Font.register({ family, src: file('LiberationSans-Regular.ttf') });
    Font.register({ family, src: file('LiberationSans-Bold.ttf'), fontWeight: 700 });
  }
  for (const fallback of FALLBACKS) Font.register({ family: fallback.family, src: file(fallback.file) });
  Font.registerHyphenationCallback(breakable);
  for (const family of [BASE, INSTEAD]) for (const weight of [400, 700]) await load(family, weight);
}

async function load(family: string, weight = 400): Promise<Face> {
  await Font.load({ fontFamily: family, fontWeight: weight });
  const face: unknown = Font.getFont({ fontFamily: family, fontWeight: weight })?.data;
  if (!isFace(face)) throw new Error(`Font family did not load: ${family}`);
  guard(face);
  return face;
}

/** Has this registered family a sign for the character? Loads the family when it is first asked. */
export async function covers(family: string): Promise<(codePoint: number) => boolean> {
  const face = await load(family);
  return (codePoint) => face.hasGlyphForCodePoint(codePoint);
}
