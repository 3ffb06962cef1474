/** The score of a vector as it stands, and as a place changes it, by the calculator of the standard. Pure. */
import * as loaded from 'ae-cvss-calculator';
import { baseScoreOf, type CvssVersion, cvssVersion, vectorProblem } from '../../readers/cvss';

// Node hands the library over under `default`, bundlers by its names.
const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = (loaded as { default?: typeof loaded }).default ?? loaded;
const CALCULATORS = { '2.0': Cvss2, '3.0': Cvss3P0, '3.1': Cvss3P1, '4.0': Cvss4P0 } as const;

const BASE: Record<CvssVersion, readonly string[]> = {
  '2.0': ['AV', 'AC', 'Au', 'C', 'I', 'A'],
  '3.0': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  '3.1': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  '4.0': ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA'],
};

export interface Vector {
  version: CvssVersion;
  /** Metrics with their values as published. */
  metrics: ReadonlyMap<string, string>;
  base: number;
}

/** Reads a vector by its pattern; a sentence when it is none, null when nothing was published. */
export function readVector(text: string): Vector | string | null {
  const vector = text.trim().replace(/^\((.*)\)$/, '$1');
  if (vector === '') return null;
  const version = cvssVersion(vector);
  if (!version) return `“${vector.slice(0, 80)}” is no CVSS vector we know.`;
  const wrong = vectorProblem(vector, version);
  const base = wrong ? null : baseScoreOf(vector, version);
  if (wrong || base === null) return `“${vector.slice(0, 120)}” is not a vector of CVSS ${version}: ${wrong}.`;
  const metrics = new Map(
    vector
      .split('/')
      .filter((part) => !part.startsWith('CVSS'))
      .map((part) => [part.split(':')[0] ?? '', part.split(':')[1] ?? ''] as const),
  );
  return { version, metrics, base };
}

/** Environmental metrics by name: "MAV" → "A". */
export type Modified = ReadonlyMap<string, string>;

/**
 * The score under environmental metrics. Whatever the publisher put besides the base group is left out: it was somebody
 * else's place and another day. The base score where there is no metric, never something that is not a number.
 */
export function scoreUnder({ version, metrics, base }: Vector, modified: Modified): number {
  if (modified.size === 0) return base;
  const prefix = version === '2.0' ? '' : `CVSS:${version}/`;
  const own = BASE[version].map((name) => `${name}:${metrics.get(name) ?? ''}`).join('/');
  const calculator = new CALCULATORS[version](`${prefix}${own}`);
  for (const [name, value] of modified) calculator.applyComponentString(name, value);
  const { overall } = calculator.calculateScores();
  // The formula of CVSS 2.0 falls below nothing where little impact is wanted of a local vector.
  return Number.isFinite(overall) ? Math.min(10, Math.max(0, overall)) : base;
}

/** Exploitability of CVSS 3.x (at most 3.9); null for other versions, which have no such number on this scale. */
export function exploitabilityOf({ version, metrics }: Vector): number | null {
  if (version !== '3.0' && version !== '3.1') return null;
  const own = BASE[version].map((name) => `${name}:${metrics.get(name) ?? ''}`).join('/');
  const { exploitability } = new CALCULATORS[version](`CVSS:${version}/${own}`).calculateScores();
  return exploitability ?? null;
}

/** From where it is attacked, in the words of the rule library; null: nobody published it. */
export function attackVectorOf(vector: Vector | null): 'network' | 'adjacent' | 'local' | 'physical' | null {
  const names = { N: 'network', A: 'adjacent', L: 'local', P: 'physical' } as const;
  const value = vector?.metrics.get('AV');
  return value === 'N' || value === 'A' || value === 'L' || value === 'P' ? names[value] : null;
}
