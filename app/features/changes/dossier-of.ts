/** A change as the public contract writes it: register, proposal, statements and place put into one dossier. Pure. */

import type { DeviceInput } from '../../regulation/derivations/inputs';
import type { AnswerValue, Dossier } from '../../regulation/dossier';
import type { FactValue } from '../../regulation/vocabulary';
import { actorWord } from './actors';
import { type ChangeStatus, progressOf } from './change-status';
import type { Vulnerability } from './vulnerability-input';

export interface DossierParts {
  change: {
    reference: string;
    title: string;
    kinds: readonly string[];
    actor: string;
    status: ChangeStatus;
    softwareVersion: string;
    vulnerabilities: readonly Vulnerability[];
  };
  /** The device block of the register. */
  device: DeviceInput;
  site: { country: string; nation: string | null } | null;
  statements: readonly { type: string; key: string; value: unknown }[];
  /** First and last day on which the units of this change were supplied; null unless known for every one. */
  unitsSupplied: { first: string; last: string } | null;
  /** ISO day. */
  asOf: string;
}

/** From this day on a device under the old directives is a legacy device; units supplied before are old devices. */
const REGULATION_APPLIES = '2021-05-26';

/** A date that stands for all units, where all lie on the same side of the day that matters. */
function supplyDate(supplied: DossierParts['unitsSupplied']): { supply_date?: string } {
  if (supplied === null) return {};
  if (supplied.last < REGULATION_APPLIES) return { supply_date: supplied.last };
  return supplied.first >= REGULATION_APPLIES ? { supply_date: supplied.first } : {};
}

/** Puts the dossier together. A safety judgement never enters it: safe is not law. */
export function dossierOf({ change, device, site, statements, unitsSupplied, asOf }: DossierParts): Dossier {
  const facts: Record<string, FactValue> = { ...supplyDate(unitsSupplied) };
  const answers: Record<string, Record<string, AnswerValue>> = {};
  for (const { type, key, value } of statements) {
    if (type === 'fact') facts[key] = value as FactValue;
    if (type !== 'answer') continue;
    const { instrument, question } = splitQuestion(key);
    const ofInstrument = answers[instrument] ?? {};
    answers[instrument] = ofInstrument;
    ofInstrument[question] = value as AnswerValue;
  }
  const actor = actorWord(change.actor);
  const [only, ...more] = change.kinds;
  const kind = more.length > 0 ? [...change.kinds] : only;
  return {
    dossier: 1,
    id: change.reference,
    as_of: asOf,
    device: change.softwareVersion
      ? { ...device, software: { ...device.software, version: change.softwareVersion } }
      : device,
    ...(site ? { site: { country: site.country, ...(site.nation ? { nation: site.nation } : {}) } } : {}),
    change: {
      title: change.title,
      status: progressOf(change.status),
      ...(kind ? { kind } : {}),
      ...(actor ? { actor } : {}),
    },
    ...(change.vulnerabilities.length > 0 ? { vulnerabilities: [...change.vulnerabilities] } : {}),
    facts,
    answers,
  };
}

/** "EU-MDCG-2020-3-R1/C5" taken apart. */
export function splitQuestion(key: string): { instrument: string; question: string } {
  const cut = key.indexOf('/');
  return { instrument: key.slice(0, cut), question: key.slice(cut + 1) };
}
