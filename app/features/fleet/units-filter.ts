/** What the list behind a number of units is narrowed to, as its address says. Anything unreadable is left out. Pure. */
import type { VersionVerdict } from '../../../db/schema/intake.server';
import { storableText } from '../text-input';
import { isUnitWhy, UNIT_WHYS, type UnitWhy } from './unit-whys';

export type CveVerdict = Extract<VersionVerdict, 'affected'> | 'open' | 'clear';

export interface FleetUnitsFilter {
  why: UnitWhy | 'cve';
  cve: string;
  verdict: CveVerdict;
  /** null: every site. The empty text: units without one. */
  site: string | null;
  className: string | null;
}

const CVE = /^CVE-\d{4}-\d{4,19}$/;

/** A CVE id as we keep it, in capitals; null when the text is none. */
export function cveIn(text: string | null): string | null {
  const cve = (text ?? '')
    .trim()
    .toUpperCase()
    .replace(/[‐‑‒–—]/g, '-');
  return CVE.test(cve) ? cve : null;
}

const isCveVerdict = (value: string | null): value is CveVerdict =>
  value === 'affected' || value === 'open' || value === 'clear';

export function readFleetUnitsFilter(search: URLSearchParams): FleetUnitsFilter {
  const text = (name: string) => {
    const value = search.get(name);
    return value === null ? null : storableText(value).slice(0, 300);
  };
  const cve = cveIn(search.get('cve'));
  const why = search.get('why');
  const verdict = search.get('verdict');
  return {
    why: cve && why === 'cve' ? 'cve' : isUnitWhy(why) ? why : 'exposed',
    cve: cve ?? '',
    verdict: isCveVerdict(verdict) ? verdict : 'affected',
    site: text('site'),
    className: text('class'),
  };
}

const VERDICTS: Record<CveVerdict, string> = { affected: 'hit by', open: 'unclear for', clear: 'not hit by' };

/** What the list holds, in words. */
export function filterInWords(filter: FleetUnitsFilter): string {
  const what =
    filter.why === 'cve'
      ? `${VERDICTS[filter.verdict]} ${filter.cve}`
      : `${UNIT_WHYS[filter.why].label.toLowerCase()}: ${UNIT_WHYS[filter.why].means}`;
  return [
    what,
    filter.site === null ? '' : filter.site ? `at ${filter.site}` : 'at no recorded site',
    filter.className === null ? '' : filter.className ? `class ${filter.className}` : 'class not recorded',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Address of the units behind a number. */
export function unitsAddress(of: {
  why: UnitWhy | 'cve';
  site?: string;
  className?: string;
  cve?: string;
  verdict?: CveVerdict;
}): string {
  const search = new URLSearchParams({ why: of.why });
  if (of.cve) search.set('cve', of.cve);
  if (of.verdict) search.set('verdict', of.verdict);
  if (of.site !== undefined) search.set('site', of.site);
  if (of.className !== undefined) search.set('class', of.className);
  return `/fleet/units?${search}`;
}
