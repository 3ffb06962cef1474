/** CVSS vectors: whether one is written as its standard wants it, and the base score it comes to. */
import * as loaded from 'ae-cvss-calculator';
import type { CvssScore } from './records';

/** Metrics with their values; the first row of each is the base group, all of which has to be there. */
const METRICS = {
  '2.0': {
    prefix: '',
    base: 'AV:[LAN] AC:[HML] Au:[MSN] C:[NPC] I:[NPC] A:[NPC]',
    more: 'E:(?:U|POC|F|H|ND) RL:(?:OF|TF|W|U|ND) RC:(?:UC|UR|C|ND) CDP:(?:N|L|LM|MH|H|ND) TD:(?:N|L|M|H|ND) CR:(?:L|M|H|ND) IR:(?:L|M|H|ND) AR:(?:L|M|H|ND)',
  },
  '3.0': {
    prefix: 'CVSS:3.0/',
    base: 'AV:[NALP] AC:[LH] PR:[NLH] UI:[NR] S:[UC] C:[HLN] I:[HLN] A:[HLN]',
    more: 'E:[XHFPU] RL:[XUWTO] RC:[XCRU] CR:[XHML] IR:[XHML] AR:[XHML] MAV:[XNALP] MAC:[XLH] MPR:[XNLH] MUI:[XNR] MS:[XUC] MC:[XNLH] MI:[XNLH] MA:[XNLH]',
  },
  '3.1': {
    prefix: 'CVSS:3.1/',
    base: 'AV:[NALP] AC:[LH] PR:[NLH] UI:[NR] S:[UC] C:[HLN] I:[HLN] A:[HLN]',
    more: 'E:[XHFPU] RL:[XUWTO] RC:[XCRU] CR:[XHML] IR:[XHML] AR:[XHML] MAV:[XNALP] MAC:[XLH] MPR:[XNLH] MUI:[XNR] MS:[XUC] MC:[XNLH] MI:[XNLH] MA:[XNLH]',
  },
  '4.0': {
    prefix: 'CVSS:4.0/',
    base: 'AV:[NALP] AC:[LH] AT:[NP] PR:[NLH] UI:[NPA] VC:[HLN] VI:[HLN] VA:[HLN] SC:[HLN] SI:[HLN] SA:[HLN]',
    more: 'E:[XAPU] CR:[XHML] IR:[XHML] AR:[XHML] MAV:[XNALP] MAC:[XLH] MAT:[XNP] MPR:[XNLH] MUI:[XNPA] MVC:[XHLN] MVI:[XHLN] MVA:[XHLN] MSC:[XHLN] MSI:[XSHLN] MSA:[XSHLN] S:[XNP] AU:[XNY] R:[XAUI] V:[XDC] RE:[XLMH] U:(?:X|Clear|Green|Amber|Red)',
  },
} as const satisfies Record<CvssScore['version'], { prefix: string; base: string; more: string }>;

// Node hands the library over under `default`, bundlers by its names.
const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = (loaded as { default?: typeof loaded }).default ?? loaded;
const CALCULATORS = { '2.0': Cvss2, '3.0': Cvss3P0, '3.1': Cvss3P1, '4.0': Cvss4P0 } as const;

export type CvssVersion = CvssScore['version'];

/** The version a vector says it is of; one without a prefix is of version 2.0. */
export function cvssVersion(vector: string): CvssVersion | null {
  if (!vector.startsWith('CVSS:')) return /^\(?AV:/.test(vector) ? '2.0' : null;
  const named = /^CVSS:(\d\.\d)\//.exec(vector)?.[1];
  return named === '3.0' || named === '3.1' || named === '4.0' ? named : null;
}

/**
 * What is wrong with a vector; null for nothing. The calculator reads leniently, so the pattern is held first: every
 * metric is known, has one of its values and stands there once, and the base group is whole. Order matters in 4.0 only.
 */
export function vectorProblem(vector: string, version: CvssVersion): string | null {
  const { prefix, base, more } = METRICS[version];
  if (!vector.startsWith(prefix)) return `it does not begin with “${prefix}”`;
  const patterns = [...base.split(' '), ...more.split(' ')];
  const seen: string[] = [];
  let last = -1;
  for (const part of vector.slice(prefix.length).split('/')) {
    const at = patterns.findIndex((pattern) => new RegExp(`^${pattern}$`).test(part));
    if (at < 0) return `“${part.slice(0, 40)}” is none of its metrics`;
    const [name = ''] = part.split(':');
    if (seen.includes(name)) return `${name} stands there twice`;
    if (version === '4.0' && at < last) return `${name} is out of its order`;
    seen.push(name);
    last = at;
  }
  const missing = base.split(' ').find((pattern) => !seen.includes(pattern.split(':')[0] ?? ''));
  return missing ? `${missing.split(':')[0]} is missing` : null;
}

/** The base score of a vector that has no problem; null when it has one. */
export function baseScoreOf(vector: string, version: CvssVersion): number | null {
  if (vectorProblem(vector, version)) return null;
  const onlyBase = [...METRICS[version].base.split(' ').map((pattern) => pattern.split(':')[0] ?? ''), 'CVSS'];
  const base = vector.split('/').filter((part) => onlyBase.includes(part.split(':')[0] ?? ''));
  return new CALCULATORS[version](base.join('/')).calculateScores().overall;
}

/** A sentence on a score whose vector is wrong or comes to another one; null when both agree. */
export function scoreProblem({
  version,
  vector,
  baseScore,
}: Pick<CvssScore, 'version' | 'vector' | 'baseScore'>): string | null {
  if (vector === '') return null;
  const wrong = vectorProblem(vector, version);
  if (wrong) return `The vector “${vector.slice(0, 120)}” is not one of CVSS ${version}: ${wrong}.`;
  const computed = baseScoreOf(vector, version);
  return computed === baseScore ? null : `The vector comes to ${computed}, and ${baseScore} is published.`;
}
