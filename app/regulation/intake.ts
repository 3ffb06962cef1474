/** From a dossier to what is known: stated facts, derived facts in their order of rank, and the computed names. */
import { type Circumstances, computeKind, computeNames } from './applies-names';
import { readMarket } from './derivations/certification';
import { fromChange } from './derivations/from-change';
import { certificationsOf, fromDevice } from './derivations/from-device';
import { readSite } from './derivations/from-site';
import { type Dossier, isObject, KNOWN_FIELDS, readInstrument } from './dossier';
import { FactBase, type PreparedFact, prepareFacts } from './fact-base';
import type { FactKey } from './facts/dictionary';
import { readKind } from './kinds';
import { HOSPITAL_UNIT_IN_USE } from './kinds/blocks';
import { factsOfKinds, type Location } from './kinds/facts-of-kind';
import type { KindId } from './kinds/kind-ids';
import { NO, type Tri, UNKNOWN, YES } from './language';
import type { Instrument } from './library';
import { codeOf, knownName, nameOf, valueFrom } from './vocabulary';

export interface Intake {
  circumstances: Circumstances;
  /** Everything but what the kinds of change settle. */
  base: FactBase;
  /** Unknown keys: facts by name, other fields by path. */
  ignored: string[];
}

/** A dossier without a change block is a proposal all the same. */
const BARE_CHANGE = prepareFacts(fromChange(undefined, undefined));

/** Reads stated facts, device, site and change. The kinds come later, because several are judged one by one. */
export function takeIn(dossier: Dossier, asOf: string): Intake {
  const ignored: string[] = [];
  const base = FactBase.empty();
  stateFacts(dossier.facts ?? {}, base, ignored);
  listUnknownFields(dossier, ignored);
  const { device } = dossier;
  const site = dossier.site ? readSite(dossier.site) : null;
  if (site && 'problem' in site) throw new Error(`the dossier was not parsed: site ${site.problem}`);
  const circumstances: Circumstances = {
    certifications: device?.certifications ? certificationsOf(device) : null,
    site,
    kinds: kindsOf(dossier),
    asOf,
  };
  computeNames(base, circumstances);
  base.conclude();
  if (device) {
    const found = fromDevice(device, statedForDevice(base), asOf);
    base.derive(found.facts);
    base.conflicts.push(...found.disagreements);
  }
  if (site) base.derive(site.facts);
  if (dossier.change || dossier.vulnerabilities) base.derive(fromChange(dossier.change, dossier.vulnerabilities));
  else base.derivePrepared(BARE_CHANGE);
  // Only of a described change: from bare facts nobody can tell whether the next unit is meant.
  if (dossier.change && value(base, 'actor') === 'manufacturer') base.derivePrepared(nextSupply(asOf));
  return { circumstances, base, ignored };
}

let supply: { asOf: string; facts: readonly PreparedFact[] } = { asOf: '', facts: [] };

/** Most dossiers in a row are judged as of the same day. */
function nextSupply(asOf: string): readonly PreparedFact[] {
  if (supply.asOf !== asOf) {
    const reason = 'the manufacturer changes the next unit to be supplied';
    supply = { asOf, facts: prepareFacts([{ key: 'supply_date', value: asOf, reason }]) };
  }
  return supply.facts;
}

const IN_USE = prepareFacts(
  Object.entries(HOSPITAL_UNIT_IN_USE).map(([key, held]) => ({
    key: key as FactKey,
    value: held,
    reason: 'the hospital changes a unit it uses',
  })),
);

/**
 * Adds what some kinds of change settle together, and everything that follows, to a base that has none yet.
 */
export function addKinds(base: FactBase, kinds: readonly KindId[]): void {
  computeKind(base, kinds);
  if (kinds.length > 0) {
    base.derivePrepared(preparedKinds(kinds, value(base, 'change_location') as Location | null));
    const inUse = value(base, 'unit_already_in_service') !== false;
    if (value(base, 'actor') === 'health_institution' && inUse) base.derivePrepared(IN_USE);
  }
  base.conclude();
}

const prepared = new Map<string, readonly PreparedFact[]>();

/** Single kinds are 32, so what they settle is kept; combinations are without number and are not. */
function preparedKinds(kinds: readonly KindId[], location: Location | null): readonly PreparedFact[] {
  if (kinds.length !== 1) return prepareFacts(factsOfKinds(kinds, location));
  const key = `${kinds[0]} ${location}`;
  const known = prepared.get(key);
  if (known) return known;
  const made = prepareFacts(factsOfKinds(kinds, location));
  prepared.set(key, made);
  return made;
}

function kindsOf(dossier: Dossier): KindId[] {
  const given = dossier.change?.kind;
  const kinds = (given === undefined ? [] : [given].flat()).map((word) => {
    const read = readKind(word);
    if (!read.ok) throw new Error(`the dossier was not parsed: ${word} is ${read.problem}`);
    return read.kind;
  });
  return [...new Set(kinds)];
}

function stateFacts(facts: Readonly<Record<string, unknown>>, base: FactBase, ignored: string[]): void {
  for (const key of Object.keys(facts)) {
    const name = nameOf(key);
    if (!name || name.computed) {
      ignored.push(key);
      continue;
    }
    const code = codeOf(name, facts[key]);
    if (code === null) throw new Error(`the dossier was not parsed: ${key} cannot be ${String(facts[key])}`);
    base.state(name, code);
  }
}

function statedForDevice(base: FactBase) {
  const date = (key: FactKey) => (value(base, key) as string | null) ?? null;
  return {
    supply_date: date('supply_date'),
    declaration_date: date('declaration_date'),
    notified_body_needed_under_eu_regulation: value(base, 'notified_body_needed_under_eu_regulation') as boolean | null,
  };
}

function value(base: FactBase, key: FactKey) {
  const name = knownName(key);
  const code = base.codes[name.index] as number;
  return Number.isNaN(code) ? null : valueFrom(name, code);
}

/** Paths of fields that the contract does not have, so that a misspelt one does not vanish in silence. */
function listUnknownFields(dossier: Dossier, ignored: string[]): void {
  note(dossier, '', '', ignored);
  const { device, site, change, vulnerabilities } = dossier;
  if (device) {
    note(device, 'device', 'device.', ignored);
    if (device.software) note(device.software, 'device.software', 'device.software.', ignored);
    if (device.software?.os) note(device.software.os, 'device.software.os', 'device.software.os.', ignored);
    for (const [at, one] of (device.certifications ?? []).entries()) {
      note(one, 'device.certifications', `device.certifications.${at}.`, ignored);
      if (readMarket(one.market) === null) ignored.push(`device.certifications.${at}.market`);
    }
  }
  if (site) note(site, 'site', 'site.', ignored);
  if (change) note(change, 'change', 'change.', ignored);
  for (const [at, one] of (vulnerabilities ?? []).entries()) {
    note(one, 'vulnerabilities', `vulnerabilities.${at}.`, ignored);
  }
}

function note(given: object, level: string, prefix: string, ignored: string[]): void {
  for (const key of Object.keys(given)) if (!KNOWN_FIELDS[level]?.includes(key)) ignored.push(`${prefix}${key}`);
}

const TRUTH: ReadonlyMap<unknown, Tri> = new Map([
  ['yes', YES],
  ['no', NO],
  ['unknown', UNKNOWN],
]);

/** A person's answers by instrument; those to questions the library does not have are listed as ignored. */
export function takeAnswers(
  dossier: Dossier,
  instruments: ReadonlyMap<string, Instrument>,
  ignored: string[],
): Map<string, Map<string, Tri>> {
  const all = new Map<string, Map<string, Tri>>();
  const given = dossier.answers ?? {};
  for (const id of Object.keys(given)) {
    const instrument = instruments.get(readInstrument(id) ?? '');
    const replies = given[id];
    if (!instrument || !isObject(replies)) {
      ignored.push(`answers.${id}`);
      continue;
    }
    const answers = all.get(instrument.chart.instrument) ?? new Map<string, Tri>();
    all.set(instrument.chart.instrument, answers);
    for (const question of Object.keys(replies)) {
      const truth = TRUTH.get(replies[question]);
      const asked = instrument.indexOf.has(question) || instrument.aids.some(({ aid }) => aid.id === question);
      if (truth === undefined || !asked) ignored.push(`answers.${id}.${question}`);
      else answers.set(question, truth);
    }
  }
  return all;
}
