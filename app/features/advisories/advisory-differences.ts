/** What an update of an advisory says differently, in words that fit beside each other. Pure. */
import type { Advisory } from '../../readers/records';
import { idOf } from './advisory-columns';

/** Heading → what stood there, what stands there now. */
export type AdvisoryDifferences = Record<string, [before: string, after: string]>;

const LONGEST = 2000;

const listed = (texts: readonly string[]): string => [...new Set(texts)].join('; ').slice(0, LONGEST);

const product = ({ vendor, product: name, name: full, version }: Advisory['products'][number]): string =>
  [vendor, name || full, version].filter(Boolean).join(' ');

const SAYS: readonly [heading: string, of: (advisory: Advisory) => string][] = [
  ['Title', ({ title }) => title],
  ['Revision', ({ revision, currentReleaseDate }) => [revision, currentReleaseDate ?? ''].filter(Boolean).join(' of ')],
  ['Vendors', ({ vendors }) => listed(vendors)],
  ['Products', ({ products }) => listed(products.map(product))],
  ['Vulnerabilities', ({ vulnerabilities }) => listed(vulnerabilities.map(idOf))],
  [
    'Statements',
    ({ statements }) =>
      listed(statements.map(({ vulnerability, product: name, status }) => `${vulnerability} ${name}: ${status}`)),
  ],
  [
    'Scores',
    ({ vulnerabilities }) =>
      listed(
        vulnerabilities.flatMap((one) =>
          one.scores.map(({ baseScore, vector }) => `${idOf(one)}: ${baseScore} ${vector}`.trim()),
        ),
      ),
  ],
  [
    'Remediations',
    ({ vulnerabilities }) => listed(vulnerabilities.flatMap((one) => one.remediations.map(({ details }) => details))),
  ],
  ['Summary', ({ summary }) => summary.slice(0, LONGEST)],
];

/** Only what differs; an update that only touches what is not listed here differs in nothing. */
export function advisoryDifferences(before: Advisory, after: Advisory): AdvisoryDifferences {
  const found: AdvisoryDifferences = {};
  for (const [heading, of] of SAYS) {
    const [one, other] = [of(before), of(after)];
    if (one !== other) found[heading] = [one, other];
  }
  return found;
}

/** Vulnerabilities that an update no longer names, and those it names first. */
export function movedVulnerabilities(before: Advisory, after: Advisory): { gone: string[]; added: string[] } {
  const [one, other] = [before, after].map(({ vulnerabilities }) => new Set(vulnerabilities.map(idOf)));
  const without = (these: Set<string> | undefined, those: Set<string> | undefined) =>
    [...(these ?? [])].filter((id) => id !== '' && !those?.has(id));
  return { gone: without(one, other), added: without(other, one) };
}
