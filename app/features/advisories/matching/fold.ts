/** Texts as they are compared: without case, accents, punctuation and what broken encodings did to them. Pure. */

/** Characters that Windows-1252 has where Latin-1 has control characters; files read as it show these. */
const WINDOWS: Record<string, number> = Object.fromEntries(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [
    character,
    [
      ...[0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e],
      ...[0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f],
    ][index] ?? 0,
  ]),
);

/**
 * UTF-8 that somebody once read as Latin-1, read again as what it is: "YhtymÃ¤" becomes "Yhtymä". Any other text comes
 * back as it is. For comparing only: what a document says is always shown as written.
 */
export function repaired(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const code = WINDOWS[character] ?? character.codePointAt(0) ?? 0;
    if (code > 0xff) return text;
    bytes.push(code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

const SPECIAL: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };

/** Lower case, no accents, repaired. */
export const fold = (text: string): string =>
  repaired(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđıþð]/g, (letter) => SPECIAL[letter] ?? letter);

/** The words of a text, folded: letters and digits; numbers with their dots ("1.5t", "8.0.x"); a plus sign at the end. */
export const wordsOf = (text: string): string[] =>
  fold(text).match(/\p{N}+(?:\.(?:\p{N}+|x\b))+\p{L}*|[\p{L}\p{N}]+\+?/gu) ?? [];

/** Letters and digits alone: "PIC iX" and "PICiX" are the same. */
export const compact = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
