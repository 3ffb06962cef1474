/** How close an earlier decision is to a change at hand: by what they share, said in words. Pure. */
import { changeKind, isKindId } from '../../regulation/kinds';

export interface Shared {
  cves: readonly string[];
  kinds: readonly string[];
  sameModel: boolean;
  /** Another model of the same maker and kind of device. */
  sameFamily: boolean;
  sameOs: boolean;
}

/** What each thing in common weighs; ours. A vulnerability in common weighs most, an operating system least. */
export const WEIGHTS = { cve: 40, model: 30, kind: 20, family: 15, os: 10 } as const;

/** Less in common than this is no earlier decision to read. */
export const LEAST_SCORE = 30;

/** The score by which the closest come first; people read the words, never the number. */
export const scoreOf = ({ cves, kinds, sameModel, sameFamily, sameOs }: Shared): number =>
  (cves.length > 0 ? WEIGHTS.cve : 0) +
  (sameModel ? WEIGHTS.model : sameFamily ? WEIGHTS.family : 0) +
  (kinds.length > 0 ? WEIGHTS.kind : 0) +
  // The system of the same model is the same: it says nothing more.
  (sameOs && !sameModel ? WEIGHTS.os : 0);

export type Nearness = 'very close' | 'close' | 'related';

export const nearnessOf = (shared: Shared): Nearness => {
  const score = scoreOf(shared);
  return score >= 80 ? 'very close' : score >= 50 ? 'close' : 'related';
};

const list = (words: readonly string[]): string => words.slice(0, 4).join(', ') + (words.length > 4 ? ' and more' : '');

/** "the same vulnerability (CVE-2017-0144), the same kind of change (segmentation), another model of this maker". */
export function sharedInWords({ cves, kinds, sameModel, sameFamily, sameOs }: Shared): string {
  const labels = kinds.map((kind) => (isKindId(kind) ? changeKind(kind).label : kind));
  return [
    ...(cves.length > 0 ? [`the same ${cves.length === 1 ? 'vulnerability' : 'vulnerabilities'} (${list(cves)})`] : []),
    ...(labels.length > 0 ? [`the same kind of change (${list(labels)})`] : []),
    sameModel ? 'the same model' : sameFamily ? 'another model of the same maker and kind' : 'another device',
    ...(sameOs && !sameModel ? ['the same operating system'] : []),
  ].join('; ');
}
