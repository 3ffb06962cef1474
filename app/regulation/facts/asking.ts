/**
 * The plain-words question behind each fact: what the proposing form asks, what the assessment page shows under "what
 * would decide it", and what the letter puts to the supplier. The meaning in the dictionary stays binding.
 */

import { deviceAskings } from './asking/device';
import { effectsAskings } from './asking/effects';
import { type Asking, askings } from './asking/entry';
import { euAskings } from './asking/eu';
import { hardwareAskings } from './asking/hardware';
import { hospitalAskings } from './asking/hospital';
import { informationAskings } from './asking/information';
import { internationalAskings } from './asking/international';
import { permissionAskings } from './asking/permission';
import { placeAskings } from './asking/place';
import { scopeAskings } from './asking/scope';
import { softwareAskings } from './asking/software';
import { ukAskings } from './asking/uk';
import { usAskings } from './asking/us';
import { fact } from './dictionary';
import type { Fact } from './fact-type';

export type { Asking, LetterChoice, LetterQuestion } from './asking/entry';

/** Every question that has been put in words. A fact without an entry gets one built from its meaning. */
export const ASKINGS = askings({
  ...permissionAskings,
  ...deviceAskings,
  ...placeAskings,
  ...scopeAskings,
  ...softwareAskings,
  ...effectsAskings,
  ...informationAskings,
  ...hardwareAskings,
  ...hospitalAskings,
  ...usAskings,
  ...euAskings,
  ...ukAskings,
  ...internationalAskings,
});

const byKey: ReadonlyMap<string, Asking> = new Map(Object.entries(ASKINGS));

/**
 * The question to put to a person for a fact.
 * @param key a fact of the dictionary, or a name computed from the dossier (markets, places, nation)
 * @returns its entry, or a question built from the meaning in the dictionary
 * @throws when neither knows the key: callers ask only for names that a rule mentions
 */
export function asking(key: string): Asking {
  const entry = byKey.get(key);
  if (entry) return entry;
  const known = fact(key);
  if (!known) throw new Error(`no fact is called ${key}`);
  return fromMeaning(known);
}

function fromMeaning(known: Fact): Asking {
  const meaning = known.meaning.replace(/[.?!]\s*$/, '');
  const valueLabels = Object.fromEntries(known.values.map((value) => [value, value.replaceAll('_', ' ')]));
  return {
    question: known.type === 'boolean' ? `Is this the case: ${meaning}?` : `What is known about this: ${meaning}?`,
    help: 'Answer unknown when no document or responsible person says so.',
    who: 'hospital',
    ...(known.values.length > 0 ? { valueLabels } : {}),
  };
}
