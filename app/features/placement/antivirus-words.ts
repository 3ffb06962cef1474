/** The result of an anti-virus check in words. Pure. */
import type { AntivirusFinding, Standing } from './check-antivirus';

export const ABOUT_WORDS: Record<AntivirusFinding['about'], string> = {
  permission: 'Anti-virus at all',
  product: 'Product',
  exclusions: 'Exclusions',
  scans: 'Scans',
  realtime: 'Files as they are used',
  cpu: 'Processor',
  updates: 'Definition updates',
};

export const STANDING_WORDS: Record<Standing, string> = {
  agrees: 'agrees',
  breaks: 'does not agree',
  unproven: 'unproven',
  beyond: 'beyond what is asked',
};

/** Counts: "2 points do not agree with the maker or the clinical hours, 3 are unproven, 4 agree." */
export function findingsInWords(findings: readonly AntivirusFinding[]): string {
  const count = (standing: Standing, one: string, many: string) => {
    const number = findings.filter((finding) => finding.standing === standing).length;
    return `${number} ${number === 1 ? one : many}`;
  };
  return [
    `Of ${findings.length} points ${count('breaks', 'does not agree', 'do not agree')} with the maker or the clinical hours`,
    count('unproven', 'is unproven', 'are unproven'),
    count('agrees', 'agrees', 'agree'),
    `${count('beyond', 'goes', 'go')} beyond what the maker asks for.`,
  ].join(', ');
}

const ORDER: readonly Standing[] = ['breaks', 'unproven', 'beyond', 'agrees'];

/** What does not agree first, each kind in the order of the subjects. */
export const worstFirst = (findings: readonly AntivirusFinding[]): AntivirusFinding[] =>
  [...findings].sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));

export const findingsAsText = (about: readonly string[], findings: readonly AntivirusFinding[]): string =>
  [
    ...about,
    '',
    ...worstFirst(findings).map(
      ({ about: subject, standing, text }) =>
        `${STANDING_WORDS[standing].toUpperCase()} · ${ABOUT_WORDS[subject]}: ${text}`,
    ),
    '',
  ].join('\n');
