/** How the name of a product in an advisory and the name of a model of ours stand to each other. Pure. */
import { hasDigit, isModelNumber, type ProductWords, smallWords, withoutKind } from './product-words';

/** same: one name; near: common words differ or one is longer; part: they share something; family: one word of several. */
export type NameLevel = 'same' | 'near' | 'part' | 'family';

export interface NameRelation {
  level: NameLevel;
  says: string;
  /** What stands in only one of them. */
  differs: string[];
  /** A number is among what they share. */
  number: boolean;
}

/** "MX400-MX850" covers MX750; "TC10 TC20" names each. Both ends need the same letters. */
function rangeIn(name: string, word: string): string | null {
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d+)$/u.exec(word) ?? [];
  if (!letters) return null;
  for (const [text, a = '', from = '', b = '', to = ''] of name
    .toLowerCase()
    .matchAll(/(\p{L}+)(\d+)\s*[-–]\s*(\p{L}+)(\d+)/gu)) {
    if (a === letters && b === letters && Number(from) <= Number(digits) && Number(digits) <= Number(to)) {
      return text.toUpperCase();
    }
  }
  return null;
}

const difference = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((word) => !other.has(word));

/** Words of one that stand in the other, also written together there ("PIC iX", "PICiX") or as its short name. */
function sharedWords(one: ProductWords, other: ProductWords): Set<string> {
  const joined = new Set(other.words.slice(1).map((word, index) => `${other.words[index]}${word}`));
  const plain = new Set([...other.telling].map(withoutKind));
  return new Set(
    [...one.telling].filter((word) => plain.has(withoutKind(word)) || other.short.has(word) || joined.has(word)),
  );
}

const list = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

const without = (one: readonly string[], other: readonly string[]) => one.filter((word) => !other.includes(word));

/** Both have words of kinds that the other has not: a wall system is no central station. */
const otherKind = (theirs: ProductWords, ours: ProductWords): boolean =>
  without(theirs.words, ours.words).length > 0 && without(ours.words, theirs.words).length > 0;

/** One name, letter by letter. Made of two common words alone, half of the trade has it. */
function whole(theirs: ProductWords): NameRelation {
  const common = theirs.telling.size === 0 && theirs.words.length < 3;
  const says = `Both are called “${theirs.written}”${common ? ', which many products are' : ''}.`;
  return { level: common ? 'part' : 'same', says, differs: [], number: false };
}

/** How two names stand to each other; null when nothing that tells products apart is in both. */
export function nameRelation(theirs: ProductWords, ours: ProductWords): NameRelation | null {
  if (theirs.compact !== '' && theirs.compact === ours.compact) return whole(theirs);
  const covered = [...ours.telling].filter((word) => !theirs.telling.has(word) && rangeIn(theirs.written, word));
  const shared = new Set([...sharedWords(theirs, ours), ...sharedWords(ours, theirs), ...covered]);
  // "4" or "II" stand in too many names to say anything alone.
  if (![...shared].some((word) => isModelNumber(word) || /\p{L}{2,}|\d{3,}/u.test(word))) return null;
  const plain = new Set([...shared].map(withoutKind));
  const [onlyTheirs, onlyOurs] = [theirs, ours].map(({ telling }) =>
    [...telling].filter((word) => !shared.has(word) && !plain.has(withoutKind(word))),
  ) as [string[], string[]];
  const number = [...shared].some(hasDigit);
  // Each has a number and they have none in common: two products of one family.
  if (!number && onlyTheirs.some(hasDigit) && onlyOurs.some(hasDigit)) return null;
  const strong = [...shared].some(isModelNumber) || plain.size >= 2;
  const [smallTheirs, smallOurs] = [smallWords(theirs), smallWords(ours)];
  const small = [...difference(smallTheirs, smallOurs), ...difference(smallOurs, smallTheirs)];
  const differs = [...onlyTheirs, ...onlyOurs, ...small];
  const range = covered.map((word) => ` ${word.toUpperCase()} lies in ${rangeIn(theirs.written, word)}.`);
  const says = `Both names hold ${list([...plain])}.${range.join('')}`;
  const relation = (level: NameLevel): NameRelation => ({ level, says, differs, number });
  if (onlyTheirs.length > 0 && onlyOurs.length > 0) return relation(strong ? 'part' : 'family');
  if (onlyTheirs.length > 0 || onlyOurs.length > 0) return relation(strong ? 'near' : 'part');
  if (!strong) return relation(otherKind(theirs, ours) ? 'part' : 'near');
  return relation(small.length > 0 || covered.length > 0 ? 'near' : 'same');
}
