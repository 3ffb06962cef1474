/** Whose law or guidance a chart is, in words. Pure, and small enough for every page. */
const WORDS: Record<string, string> = {
  EU: 'European Union',
  US: 'United States',
  GB: 'Great Britain',
  UK: 'United Kingdom',
  NI: 'Northern Ireland',
  CA: 'Canada',
  AU: 'Australia',
  SG: 'Singapore',
  CN: 'China',
  JP: 'Japan',
  CH: 'Switzerland',
  international: 'International',
};

/** @param code as a chart names it; one without words stands for itself */
export const jurisdictionInWords = (code: string): string =>
  Object.hasOwn(WORDS, code) ? (WORDS[code] ?? code) : code;
