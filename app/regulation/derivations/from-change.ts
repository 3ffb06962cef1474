/** What the change block and the list of vulnerabilities say about the facts. */
import type { DerivedFact } from './derived-fact';
import type { ChangeInput, VulnerabilityInput } from './inputs';

/** Words for who acts, as people write them. Any other word is "other". */
const ACTORS: ReadonlyMap<string, string> = new Map([
  ['hospital', 'health_institution'],
  ['health_institution', 'health_institution'],
  ['manufacturer', 'manufacturer'],
  ['maker', 'manufacturer'],
  ['manufacturer_agent', 'manufacturer_agent'],
  ['manufacturer_service', 'manufacturer_agent'],
  ["manufacturer's_service", 'manufacturer_agent'],
  ['authorised_service', 'manufacturer_agent'],
  ['servicing_entity', 'servicing_entity'],
  ['independent_servicer', 'servicing_entity'],
  ['independent_service', 'servicing_entity'],
  ['servicer', 'servicing_entity'],
  ['integrator', 'integrator'],
  ['importer', 'importer_or_distributor'],
  ['distributor', 'importer_or_distributor'],
  ['importer_or_distributor', 'importer_or_distributor'],
]);

/** States of a record in which the change is no longer open. Every other state is a proposal still. */
const STATUSES: ReadonlyMap<string, string> = new Map([
  ['decided', 'decided'],
  ['approved', 'decided'],
  ['in_implementation', 'decided'],
  ['implemented', 'implemented'],
  ['verifying', 'implemented'],
  ['closed', 'implemented'],
]);

const word = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Derived facts of the change block. Without any record of its state a change is a proposal. */
export function fromChange(
  change: ChangeInput | undefined,
  vulnerabilities: readonly VulnerabilityInput[] | undefined,
): DerivedFact[] {
  const found: DerivedFact[] = [];
  const actor = change?.actor === undefined ? '' : word(change.actor);
  if (actor !== '' && actor !== 'unknown') {
    found.push({
      key: 'actor',
      value: ACTORS.get(actor) ?? 'other',
      reason: `change.actor is ${shown(change?.actor)}`,
    });
  }
  const status = change?.status === undefined ? '' : word(change.status);
  if (status !== 'unknown') {
    const reason = status === '' ? 'no state of the record is given' : `the record is ${shown(change?.status)}`;
    found.push({ key: 'change_status', value: STATUSES.get(status) ?? 'proposed', reason });
  }
  if (vulnerabilities && vulnerabilities.length > 0) {
    found.push({ key: 'remediates_known_vulnerability', value: true, reason: 'listed as the reason for the change' });
    const vector = widestVector(vulnerabilities);
    if (vector) found.push({ key: 'attack_vector', value: vector, reason: 'CVSS vector of a listed vulnerability' });
  }
  return found;
}

/** What people typed, short enough to stand in a reason. */
function shown(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return trimmed.length > 60 ? `${trimmed.slice(0, 60)}…` : trimmed;
}

const VECTORS: readonly [string, string][] = [
  ['N', 'network'],
  ['A', 'adjacent'],
  ['L', 'local'],
  ['P', 'physical'],
];

/** The attack vector that reaches farthest among the CVSS vectors given; context only, it decides nothing. */
function widestVector(vulnerabilities: readonly VulnerabilityInput[]): string | null {
  const letters = vulnerabilities.map(({ cvss }) => /(?:^|\/)AV:([NALP])(?:\/|$)/.exec(cvss ?? '')?.[1]);
  return VECTORS.find(([letter]) => letters.includes(letter))?.[1] ?? null;
}
