import { existsSync } from 'node:fs';
import path from 'node:path';
import { Font } from '@react-pdf/renderer';
import { projectRoot } from '../../db/project-root';

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

const CJK =
  /[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3100-\u31bf\u31f0-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u;
const LONGEST_WORD = 18;
const PIECE = 6;

/**
 * Where a word may be broken. The renderer would hyphenate English words and set a hyphen wherever it breaks, which
 * falsifies serial numbers, addresses and hashes. An empty piece between two others is a place to break without a sign.
 */
export function breakable(word: string): string[] {
  if (word.trim() === '') return [word];
  const pieces: string[] = [];
  for (const part of word.match(/[^/\\_.,:;=&?@|+)\]}-]+[/\\_.,:;=&?@|+)\]}-]*|[/\\_.,:;=&?@|+)\]}-]+/gu) ?? [word]) {
    if (CJK.test(part)) pieces.push(...Array.from(part));
    else if (word.length > LONGEST_WORD && part.length > LONGEST_WORD) pieces.push(...cut(part));
    else pieces.push(part);
  }
  // The empty piece in front is for words that two fonts or styles share: they meet without a hyphen.
  if (word.length <= LONGEST_WORD && !CJK.test(word)) return ['', word];
  return pieces.flatMap((piece) => ['', piece]);
}

/** Cuts between whole characters (a surrogate pair or a letter with its marks is never split). */
function cut(text: string): string[] {
  const pieces: string[] = [];
  let current = '';
  let length = 0;
  for (const sign of text) {
    if (length >= PIECE && !/\p{M}/u.test(sign)) {
      pieces.push(current);
      current = '';
      length = 0;
    }
    current += sign;
    length += 1;
  }
  if (current) pieces.push(current);
  return pieces;
}

let registered: Promise<void> | undefined;

/**
 * Makes the fonts ready for one rendering; called before each. They are registered and loaded once per thread.
 * A loaded font remembers for each sign the character it was first used for (a space, a no-break space) and writes that
 * into the file: what an earlier document left there is forgotten, or the same record would give other bytes.
 */
export async function prepareFonts(): Promise<void> {
  registered ??= register();
  await registered;
  const loaded = [BASE, INSTEAD, ...FALLBACKS.map(({ family }) => family)].flatMap((fontFamily) =>
    [400, 700].map((fontWeight): unknown => Font.getFont({ fontFamily, fontWeight })?.data),
  );
  for (const face of loaded) if (typeof face === 'object' && face !== null && '_glyphs' in face) face._glyphs = {};
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
  for (const family of [BASE, INSTEAD]) {
    await Font.load({ fontFamily: family });
    await Font.load({ fontFamily: family, fontWeight: 700 });
  }
}

/** Has this registered family a sign for the character? Loads the family when it is first asked. */
export async function covers(family: string): Promise<(codePoint: number) => boolean> {
  await Font.load({ fontFamily: family });
  const data: unknown = Font.getFont({ fontFamily: family })?.data;
  if (!isFace(data)) throw new Error(`Font family did not load: ${family}`);
  return (codePoint) => data.hasGlyphForCodePoint(codePoint);
}

function isFace(data: unknown): data is { hasGlyphForCodePoint(codePoint: number): boolean } {
  return typeof data === 'object' && data !== null && 'hasGlyphForCodePoint' in data;
}
