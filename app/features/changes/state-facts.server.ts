/** Stating facts about a change, one or many at once, each with its source. Assessed again in the same transaction. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { asking } from '../../regulation/facts/asking';
import { isFactKey } from '../../regulation/facts/dictionary';
import type { Source } from '../provenance/source';
import { factField } from './fact-field-names';
import { readFact } from './fact-input';
import type { FieldErrors } from './posted';
import { type StateResult, stateWithin, type WantedStatement } from './state-within.server';
import type { StepId } from './steps';
import { factInWords } from './value-in-words';

export interface FactWish {
  key: string;
  /** As posted; nothing posted means not answered. */
  values: string[];
  because: string;
  source: Source;
  seen: string | undefined;
  /** "Not known" is only the form's default here: without a reason or an earlier statement it states nothing. */
  defaultsToUnknown: boolean;
}

/** Refusals name the field of the fact. Null when the change does not exist in the actor's organisation. */
export function stateFacts(
  actor: Actor,
  changeId: string,
  wishes: readonly FactWish[],
  step?: StepId,
): Promise<StateResult | null> {
  const errors: FieldErrors = {};
  const statements: WantedStatement[] = [];
  for (const wish of wishes) {
    const reading = readFact(wish.key, wish.values);
    if (reading === null) continue;
    if (!reading.ok) errors[factField(wish.key)] = [reading.message];
    else {
      statements.push({
        type: 'fact',
        key: wish.key,
        value: reading.value,
        because: wish.because,
        source: wish.source,
        label: isFactKey(wish.key) ? asking(wish.key).question : wish.key,
        inWords: factInWords(wish.key, reading.value),
        seen: wish.seen,
        silent: wish.defaultsToUnknown && reading.value === 'unknown',
      });
    }
  }
  if (Object.keys(errors).length > 0) return Promise.resolve({ ok: false, errors, conflicts: [] });
  return inOrganisation(actor, (tx) =>
    stateWithin(tx, actor, changeId, { statements, action: 'change.fact_stated', ...(step ? { step } : {}) }),
  );
}
