/** What stands in columns of its own for an advisory that was read. Pure. */
import type { Advisory, AdvisoryVulnerability, RemedyMeaning } from '../../readers/records';
import { isDay } from '../keyset';

/** From the best that can be said to the least; "unclear" says nothing. */
const BEST_FIRST: readonly RemedyMeaning[] = ['fix', 'fix_planned', 'workaround', 'no_fix', 'unclear'];

/** The best that these texts come to, by their words and never by their category; empty where there is no text. */
export function bestRemedy(remediations: readonly { meaning: RemedyMeaning; details: string }[]): RemedyMeaning | '' {
  const meanings = new Set(remediations.filter(({ details }) => details.trim() !== '').map(({ meaning }) => meaning));
  return BEST_FIRST.find((meaning) => meanings.has(meaning)) ?? '';
}

const day = (moment: string | null): string | null => {
  const text = moment?.slice(0, 10) ?? '';
  return isDay(text) ? text : null;
};

/** One row of `advisory_cves`. */
export interface CveLine {
  cve: string;
  score: number | null;
  vector: string;
  title: string;
  remedy: RemedyMeaning | '';
}

/** An id as it is kept and compared. */
export const vulnerabilityId = (text: string): string => text.trim().toUpperCase().slice(0, 200);

/** CVE in capitals, or what else the document calls it by; empty when it names the thing in no way. */
export const idOf = ({ cve, otherIds, title }: Pick<AdvisoryVulnerability, 'cve' | 'otherIds' | 'title'>): string =>
  vulnerabilityId(cve || otherIds[0] || title);

/** One line a vulnerability; a document that names one twice gives it once, with the higher score. */
export function cveLines({ vulnerabilities }: Advisory): CveLine[] {
  const lines = new Map<string, CveLine>();
  for (const one of vulnerabilities) {
    const cve = idOf(one);
    if (cve === '') continue;
    const worst = one.scores.reduce<(typeof one.scores)[number] | null>(
      (found, score) => (found && found.baseScore >= score.baseScore ? found : score),
      null,
    );
    const line: CveLine = {
      cve,
      score: worst?.baseScore ?? null,
      vector: worst?.vector ?? '',
      title: one.title.slice(0, 500),
      remedy: bestRemedy(one.remediations),
    };
    const held = lines.get(cve);
    if (!held || (line.score ?? -1) > (held.score ?? -1)) lines.set(cve, line);
  }
  return [...lines.values()];
}

/** Columns of an advisory's row that come from its content. */
export function advisoryColumns(advisory: Advisory) {
  const lines = cveLines(advisory);
  const scores = lines.map(({ score }) => score).filter((score) => score !== null);
  return {
    publishedId: advisory.id,
    publisher: advisory.publisher,
    title: advisory.title,
    vendors: advisory.vendors,
    initialRelease: day(advisory.initialReleaseDate),
    currentRelease: day(advisory.currentReleaseDate),
    revision: advisory.revision,
    maxScore: scores.length > 0 ? Math.max(...scores) : null,
    cveCount: lines.length,
  };
}

/** Numbers in a revision, so that 10 comes after 9: "1.2.0", "4". Null where it is no such text. */
const numbered = (revision: string): number[] | null =>
  /^\d+(\.\d+)*$/.test(revision) ? revision.split('.').map(Number) : null;

/** Whether the first is an earlier edition than the second; false where that cannot be told. */
export function isOlder(one: Advisory, other: Advisory): boolean {
  const [first, second] = [one.currentReleaseDate ?? '', other.currentReleaseDate ?? ''];
  if (first && second && first !== second) return Date.parse(first) < Date.parse(second);
  const [a, b] = [numbered(one.revision), numbered(other.revision)];
  if (!a || !b) return false;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
