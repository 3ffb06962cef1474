/**
 * Times of CISA's BOD 26-04 (V:S18, the table of 16 rows, condensed). Binding on federal civilian agencies of the United
 * States, recommended to others; no deadline of device law, and shown only as information. Unknown follows every row. Pure.
 */
import { exploitedOf, type Kev } from './known-attacks';
import type { Vector } from './score';

export const BOD_TIMES = [
  '3 days, with forensic triage',
  '3 days',
  '14 days',
  '60 days',
  'at the next upgrade of the system',
] as const;

export interface BodLine {
  /** The shortest and the longest time that can still be meant; the same where everything is known. */
  shortest: string;
  longest: string;
  /** What would have to be known. */
  open: string[];
}

export interface BodFacts {
  listed: boolean | null;
  exposed: boolean | null;
  automatable: boolean | null;
  /** Whether an attacker gains total control. */
  total: boolean | null;
}

/** Place in BOD_TIMES of one fully known row. */
export function bodRow(of: { listed: boolean; exposed: boolean; automatable: boolean; total: boolean }): number {
  if (of.listed) {
    if (of.total && (of.exposed || of.automatable)) return 0;
    return of.exposed && of.automatable ? 1 : 2;
  }
  if (of.exposed) {
    if (of.automatable && of.total) return 1;
    return of.automatable || of.total ? 2 : 3;
  }
  return of.automatable ? 3 : 4;
}

const ways = (value: boolean | null): boolean[] => (value === null ? [true, false] : [value]);

/** The line for what is known; every unknown is followed both ways. */
export function bodLine(facts: BodFacts): BodLine {
  const rows = ways(facts.listed).flatMap((listed) =>
    ways(facts.exposed).flatMap((exposed) =>
      ways(facts.automatable).flatMap((automatable) =>
        ways(facts.total).map((total) => bodRow({ listed, exposed, automatable, total })),
      ),
    ),
  );
  const open = [
    facts.listed === null ? 'whether it is in KEV' : '',
    facts.exposed === null ? 'whether the unit is publicly exposed' : '',
    facts.automatable === null ? 'whether the attack can be automated' : '',
    facts.total === null ? 'whether an attacker gains total control' : '',
  ].filter(Boolean);
  const [shortest, longest] = [Math.min(...rows), Math.max(...rows)];
  return {
    shortest: BOD_TIMES[shortest] ?? '',
    longest: BOD_TIMES[longest] ?? '',
    open: shortest === longest ? [] : open,
  };
}

/**
 * What a vector and a place tell of the table's four columns. Automatable is said only by CVSS 4.0 (AU); total control is
 * taken from confidentiality, integrity and availability all high (derived), and not known otherwise.
 */
export function bodFacts(kev: Kev, internetReachable: boolean | null, vector: Vector | null): BodFacts {
  const metric = (name: string) => vector?.metrics.get(name);
  const automatable = metric('AU') === 'Y' ? true : metric('AU') === 'N' ? false : null;
  const names = vector?.version === '4.0' ? ['VC', 'VI', 'VA'] : ['C', 'I', 'A'];
  const total = names.every((name) => metric(name) === 'H' || metric(name) === 'C') ? true : null;
  return { listed: exploitedOf(kev), exposed: internetReachable, automatable, total };
}
