/** What a publisher's remediation comes to by its words. Pure. */
import type { RemedyMeaning } from '../../readers/records';

const WORDS: Record<RemedyMeaning, string> = {
  fix: 'a fix exists',
  fix_planned: 'a fix is announced',
  no_fix: 'no fix is given',
  workaround: 'a workaround, no fix',
  unclear: 'unclear: read the text',
};

export const remedyInWords = (meaning: string): string =>
  Object.hasOwn(WORDS, meaning) ? WORDS[meaning as RemedyMeaning] : 'none given';
