/**
 * The fact dictionary: every input of the charts. A fact describes the device, the change, the actor, the risk or an
 * event, never the result of an instrument. true says that the named thing is the case; a missing fact is unknown and
 * never counts as false; a set is a complete list.
 */
import type { Fact } from './fact-type';
import { actorFacts } from './themes/actor';
import { changeFacts } from './themes/change';
import { contextFacts } from './themes/context';
import { deviceFacts } from './themes/device';
import { eventsFacts } from './themes/events';
import { hardwareFacts } from './themes/hardware';
import { hospitalFacts } from './themes/hospital';
import { inHouseFacts } from './themes/in-house';
import { legacyAndOverseasFacts } from './themes/legacy-and-overseas';
import { mds2Facts } from './themes/mds2';
import { proofFacts } from './themes/proof';
import { purposeFacts } from './themes/purpose';
import { reasonFacts } from './themes/reason';
import { riskFacts } from './themes/risk';
import { softwareFacts } from './themes/software';
import { vulnerabilityFacts } from './themes/vulnerability';

export type { Fact } from './fact-type';

export const FACTS = {
  ...actorFacts,
  ...deviceFacts,
  ...changeFacts,
  ...softwareFacts,
  ...hardwareFacts,
  ...purposeFacts,
  ...reasonFacts,
  ...riskFacts,
  ...proofFacts,
  ...vulnerabilityFacts,
  ...eventsFacts,
  ...inHouseFacts,
  ...hospitalFacts,
  ...legacyAndOverseasFacts,
  ...mds2Facts,
  ...contextFacts,
} satisfies Record<string, Fact>;

export type FactKey = keyof typeof FACTS;

/** All facts, theme by theme. */
export const FACT_LIST: readonly Fact[] = Object.values(FACTS);

/** A map, not the object: a key from a dossier may be `constructor` or `__proto__`. */
const byKey: ReadonlyMap<string, Fact> = new Map(FACT_LIST.map((entry) => [entry.key, entry]));

/**
 * Looks a fact up by a key that comes from outside.
 * @returns the entry, or undefined for a key the dictionary does not know
 */
export function fact(key: string): Fact | undefined {
  return byKey.get(key);
}

/** Whether a key from outside is a fact of the dictionary. */
export function isFactKey(key: string): key is FactKey {
  return byKey.has(key);
}

/**
 * The fact an older name stands for, to tell a person who still uses that name. Never used to read a value: some old
 * names had the opposite sense.
 */
export function factOfOlderName(name: string): FactKey | undefined {
  return FACT_LIST.find((entry) => entry.aliases.some((alias) => alias === name || alias === `${name} (inverse)`))
    ?.key as FactKey | undefined;
}
