/** What a draft still lacks before it can be submitted. Facts are never among it: unknown is an answer. Pure. */

export interface MissingPart {
  /** Step of the proposal in which it is given. */
  step: 'what' | 'where';
  message: string;
}

export function missingForSubmission(change: {
  kinds: readonly unknown[];
  actor: string;
  units: number;
}): MissingPart[] {
  const missing: MissingPart[] = [];
  if (change.kinds.length === 0) missing.push({ step: 'what', message: 'Choose at least one kind of change.' });
  if (change.units === 0) missing.push({ step: 'what', message: 'Choose the units the change is for.' });
  if (!change.actor) missing.push({ step: 'where', message: 'Say who is to make the change.' });
  return missing;
}
