/** What the texts under "remediation" come to, in words. Pure. "A fix" is never said without its text beside it. */
import type { RemedyMeaning } from '../../readers/records';

export const REMEDY_WORDS: Record<
  RemedyMeaning | '',
  { label: string; look: 'settled' | 'open' | 'error' | 'warning' | 'plain' }
> = {
  fix: { label: 'read as: there is a fix', look: 'settled' },
  fix_planned: { label: 'read as: a fix is announced', look: 'warning' },
  workaround: { label: 'read as: a workaround, no fix', look: 'warning' },
  no_fix: { label: 'read as: no fix is given', look: 'error' },
  unclear: { label: 'the words do not say whether there is a fix', look: 'open' },
  '': { label: 'nothing is said on remedies', look: 'open' },
};

/** "vendor_fix" as published, in readable letters. */
export const categoryInWords = (category: string): string => category.replaceAll('_', ' ');
