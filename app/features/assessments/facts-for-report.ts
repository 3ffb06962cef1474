/** The facts a report lists, each with where it comes from: what people stated first, then what was derived and used. */
import type { UsedFact } from '../../../documents/assessment-report/model';
import { knownFacts } from '../../regulation/assess';
import type { Dossier } from '../../regulation/dossier';
import { fact } from '../../regulation/facts/dictionary';
import type { AssessmentResult } from '../../regulation/result';
import { timeInWords } from '../../ui/time';
import type { StatedFact } from '../changes/change-view';
import { factInWords } from '../changes/value-in-words';
import { sourceInWords } from '../provenance/source';

const named = (key: string) => `${fact(key)?.meaning.replace(/\.$/, '') ?? 'fact of an older edition'} (${key})`;

/** Fact keys that a reason on any walk names. */
function keysInReasons({ findings, hints }: AssessmentResult): ReadonlySet<string> {
  const steps = [...findings, ...hints].flatMap(({ trace, beyond }) => [...trace, ...beyond]);
  return new Set(steps.flatMap(({ because }) => because.match(/[a-z][a-z0-9_]+/g) ?? []));
}

const sourceOf = (stated: StatedFact): string =>
  [
    sourceInWords(stated.source) ?? 'no source recorded',
    stated.because && `because ${stated.because}`,
    `recorded by ${stated.recordedByName}, ${timeInWords(stated.recordedAt)}`,
  ]
    .filter(Boolean)
    .join('; ');

/** @param stated the statements that were in force when the dossier was made */
export function usedFacts(dossier: Dossier, result: AssessmentResult, stated: readonly StatedFact[]): UsedFact[] {
  const used = keysInReasons(result);
  const said = new Set(stated.map(({ key }) => key));
  const others = knownFacts(dossier, result.as_of).filter(({ key }) => used.has(key) && !said.has(key));
  return [
    ...stated.map((one) => ({ fact: named(one.key), value: one.valueInWords, source: sourceOf(one) })),
    ...others.map(({ key, value, origin, reason }) => ({
      fact: named(key),
      value: factInWords(key, value),
      source: origin === 'stated' ? 'from the register' : `${ORIGIN[origin]}: ${reason}`,
    })),
  ];
}

const ORIGIN = { derived: 'derived', assumed: 'assumed until confirmed' };
