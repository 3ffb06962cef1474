/**
 * Where a word may be broken. The renderer would hyphenate English words and set a hyphen wherever it breaks, which
 * falsifies serial numbers, addresses and hashes. An empty piece between two others is a place to break without a sign.
 */

/** A word longer than this is broken even in a full line. */
const LONGEST_WORD = 18;
const PIECE = 6;

/** Letters of scripts that put spaces between words, digits, marks and punctuation: broken only when too long. */
const SPACED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Ethiopic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{N}\p{M}\p{P}\p{Sc}\p{Sm}\u200c\u200d]+$/u;
/** Parts of an address or a number: a break stands after the sign that divides them. */
const PARTS = /[^/\\_.,:;=&?@|+)\]}-]+[/\\_.,:;=&?@|+)\]}-]*|[/\\_.,:;=&?@|+)\]}-]+/gu;

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Cuts a text into pieces of `size` whole signs; a letter keeps its marks. */
function cut(text: string, size: number): string[] {
  const pieces: string[] = [];
  let current = '';
  let count = 0;
  for (const { segment } of clusters.segment(text)) {
    if (count === size) {
      pieces.push(current);
      current = '';
      count = 0;
    }
    current += segment;
    count += 1;
  }
  if (current) pieces.push(current);
  return pieces;
}

/**
 * The rule for breaking words where at most `longest` letters fit a line: 18 for running text, fewer for narrow cells.
 * @returns a function from a word to its pieces; the empty pieces are the places to break
 */
export function breakingAt(longest: number): (word: string) => string[] {
  const size = Math.max(1, Math.min(PIECE, longest));
  return (word) => {
    if (word.trim() === '') return [word];
    // The empty piece in front is for words that two fonts or styles share: they meet without a hyphen.
    return piecesOf(word, longest, size).flatMap((piece) => ['', piece]);
  };
}

function piecesOf(word: string, longest: number, size: number): string[] {
  if (!SPACED.test(word)) return cut(word, 1);
  if (word.length <= longest) return [word];
  return (word.match(PARTS) ?? [word]).flatMap((part) => (part.length > longest ? cut(part, size) : [part]));
}

/** For running text. */
export const breakable = breakingAt(LONGEST_WORD);
