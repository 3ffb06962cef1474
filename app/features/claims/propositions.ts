/**
 * What a statement says of the aspects in which statements can be compared, whatever words it came in: an answer of the
 * MDS2 form, a tick in a letter and a clause of a contract can all speak of the same thing. Only what follows without
 * doubt is said here; "not known", "see notes" and "not applicable" say nothing. Pure.
 */
import { fact as factOf } from '../../regulation/facts/dictionary';
import { KIND_IDS, type KindId } from '../../regulation/kinds/kind-ids';
import { blockQuestion, readSubject } from './subject';

export interface Proposition {
  /** "may", "mds2:CSUP-2.4", "vex:CVE-2017-0144", "fact:adds_feature", "support-ends:device", "block:undo". */
  aspect: string;
  value: unknown;
  /** device: holds of the model whatever change is meant. change: only of the change that was spoken of. */
  of: 'device' | 'change';
  /** Kinds of change it speaks of; absent: those of the letter it was said in. */
  kinds?: readonly KindId[];
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Keys come from outside and may be `constructor`. */
const at = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const yesOrNo = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  const said = word(value).trim().toLowerCase();
  return said === 'yes' ? true : said === 'no' ? false : undefined;
};

const may = (value: boolean, kinds?: readonly KindId[]): Proposition => ({
  aspect: 'may',
  value,
  of: 'change',
  ...(kinds ? { kinds } : {}),
});
const mds2 = (id: string, value: boolean): Proposition => ({ aspect: `mds2:${id}`, value, of: 'device' });
const ofDevice = (aspect: string, value: unknown): Proposition => ({ aspect, value, of: 'device' });
const ofChange = (aspect: string, value: unknown): Proposition => ({ aspect, value, of: 'change' });

/** Answers of the form that allow or forbid by themselves; the others point to a page of the instructions. */
const FORM_PERMITS: Readonly<Record<string, { yes?: boolean; no?: boolean; kinds: readonly KindId[] }>> = {
  'CSUP-2.2': { yes: false, kinds: ['os_patch'] },
  'CSUP-2.4': { yes: true, kinds: ['os_patch'] },
  'CSUP-3.2': { yes: false, kinds: ['firmware_update'] },
  'CSUP-3.4': { yes: true, kinds: ['firmware_update'] },
  'CSUP-4.2': { yes: false, kinds: ['av_install', 'av_signature_update'] },
  'CSUP-4.4': { yes: true, kinds: ['av_signature_update'] },
  'CSUP-5.2': { yes: false, kinds: ['component_update'] },
  'CSUP-5.4': { yes: true, kinds: ['component_update'] },
  'MLDP-2': { no: false, kinds: ['av_install', 'av_signature_update'] },
  'MLDP-2.3': { yes: true, kinds: ['av_install', 'av_signature_update'] },
  'MLDP-5.2': { yes: true, no: false, kinds: ['edr_agent'] },
  'PAUT-5': { no: false, kinds: ['credential_rotation'] },
  'SAHD-13': { yes: true, kinds: ['active_scan'] },
};

/**
 * What facts that are read from the form say about its single answers: the way back of derivations/from-mds2.ts, where
 * there is only one. A fact made of several answers is true only if all of them are as listed.
 */
const FACT_OF_FORM: Readonly<Record<string, { true?: [string, boolean][]; false?: [string, boolean][] }>> = {
  hospital_may_patch_os: {
    true: [
      ['CSUP-2.1', true],
      ['CSUP-2.2', false],
    ],
  },
  needs_patch_approval: { true: [['CSUP-2.4', false]], false: [['CSUP-2.4', true]] },
  hospital_may_install_av: {
    true: [
      ['MLDP-2', true],
      ['MLDP-2.3', true],
    ],
  },
  av_forbidden_use_compensation: { true: [['MLDP-2', false]], false: [['MLDP-2', true]] },
  network_ids_only: { true: [['MLDP-5.2', false]], false: [['MLDP-5.2', true]] },
  segmentation_ready: {
    true: [
      ['CONN-2', true],
      ['DOC-10', true],
    ],
  },
  isolation_feasible: {
    true: [
      ['CONN-6', false],
      ['CONN-4', false],
    ],
  },
  credential_rotation_allowed: {
    true: [
      ['PAUT-5', true],
      ['SGUD-3.1', true],
    ],
  },
  active_scan_allowed: { true: [['SAHD-13', true]], false: [['SAHD-13', false]] },
  rollback_available: {
    false: [
      ['DTBK-2', false],
      ['DTBK-5', false],
    ],
  },
  eos_known: { true: [['RDMP-3', true]], false: [['RDMP-3', false]] },
};

const DEVICE_THEMES = ['Device and market status', 'Derived from a filled MDS2 form'];
/** Differ from unit to unit, or with the change, though they stand under the device. */
const NOT_OF_THE_MODEL = new Set(['supply_date', 'legacy_significant_change_made', 'unit_already_in_service']);

function ofFact(key: string, value: unknown): Proposition[] {
  const known = factOf(key);
  if (!known) return [];
  const device = DEVICE_THEMES.some((theme) => known.theme.startsWith(theme)) && !NOT_OF_THE_MODEL.has(key);
  const own = device ? ofDevice(`fact:${key}`, value) : ofChange(`fact:${key}`, value);
  if (typeof value !== 'boolean') return [own];
  const form = at(FACT_OF_FORM, key)?.[`${value}`] ?? [];
  const permits = key === 'manufacturer_authorised' || (key === 'covered_by_manufacturer_instructions' && value);
  return [own, ...form.map(([id, answer]) => mds2(id, answer)), ...(permits ? [may(value)] : [])];
}

function ofForm(id: string, value: unknown): Proposition[] {
  const answer = yesOrNo(value);
  if (answer === undefined) return [];
  const permits = at(FORM_PERMITS, id);
  const allowed = permits?.[answer ? 'yes' : 'no'];
  return [mds2(id, answer), ...(permits && allowed !== undefined ? [may(allowed, permits.kinds)] : [])];
}

const PERMISSION: Readonly<Record<string, boolean>> = { yes: true, conditions: true, no: false, service_only: false };

function ofBlock(question: string, value: unknown): Proposition[] {
  const answer = yesOrNo(value);
  switch (question) {
    case 'permission': {
      const allowed = answer ?? at(PERMISSION, word(value));
      return allowed === undefined ? [] : [may(allowed)];
    }
    case 'support_ends': {
      const days = typeof value === 'object' && value !== null ? Object.entries(value) : [];
      return days.map(([what, day]) => ofDevice(`support-ends:${what}`, day));
    }
    case 'sbom':
      return answer === undefined ? [] : [mds2('SBOM-1', answer)];
    case 'accounts':
      return answer === undefined ? [] : [mds2('PAUT-5', answer)];
    case 'remote_access':
      return [
        ofDevice('block:remote_access', value),
        ...(['none', 'mfa', 'no_mfa'].includes(word(value)) ? [mds2('RMOT-1', value !== 'none')] : []),
      ];
    case 'scan':
      return answer === undefined ? [] : ofFact('active_scan_allowed', answer);
    case 'network_loss':
      return [ofDevice('block:network_loss', value)];
    default:
      return [ofChange(`block:${question}`, value)];
  }
}

const VEX_SAYS: Readonly<Record<string, boolean>> = { affected: true, not_affected: false };

/** What a value on a subject says; empty when nothing can be compared. @param fact the fact that a tick states besides */
export function propositions(subject: string, value: unknown, fact = ''): Proposition[] {
  if (value === null || value === undefined || value === '' || value === 'unknown') return [];
  const read = readSubject(subject);
  const said = read ? ofSubject(read.family, read.name, value) : [];
  const besides = fact !== '' && subject !== `fact:${fact}` ? ofFact(fact, value) : [];
  // What was asked in so many words goes before what the tick states besides: no statement contradicts itself.
  return [...said, ...besides.filter(({ aspect }) => !said.some((one) => one.aspect === aspect))];
}

function ofSubject(family: string, name: string, value: unknown): Proposition[] {
  switch (family) {
    case 'fact':
      return ofFact(name, value);
    case 'mds2':
      return ofForm(name, value);
    case 'block':
      return ofBlock(blockQuestion(name), value);
    case 'may': {
      const allowed = yesOrNo(value) ?? at(PERMISSION, word(value));
      return allowed === undefined ? [] : [may(allowed, [name as KindId])];
    }
    case 'vex': {
      // "Fixed" speaks of a version with the fix and "under investigation" of none, so neither contradicts the others.
      const affected = at(VEX_SAYS, word(value));
      return affected === undefined ? [] : [ofDevice(`vex:${name}`, affected)];
    }
    default:
      return [];
  }
}

/** Where statements on an aspect may stand: keys as they are, questions of letters (in any block), and stated facts. */
export interface Places {
  subjects: string[];
  blocks: string[];
  facts: string[];
}

const BLOCKS_OF: Readonly<Record<string, string[]>> = {
  may: ['permission'],
  'mds2:SBOM-1': ['sbom'],
  'mds2:PAUT-5': ['accounts'],
  'mds2:RMOT-1': ['remote_access'],
  'fact:active_scan_allowed': ['scan'],
  'mds2:SAHD-13': ['scan'],
};

const factsAbout = (id: string): string[] =>
  Object.entries(FACT_OF_FORM).flatMap(([key, { true: yes = [], false: no = [] }]) =>
    [...yes, ...no].some(([one]) => one === id) ? [key] : [],
  );

/** The places in which to look for what could contradict a statement on these aspects. */
export function placesOf(aspects: readonly string[]): Places {
  const places: Places = { subjects: [], blocks: [], facts: [] };
  for (const aspect of new Set(aspects)) {
    const name = aspect.slice(aspect.indexOf(':') + 1);
    places.blocks.push(...(at(BLOCKS_OF, aspect) ?? []));
    if (aspect === 'may') {
      places.facts.push('manufacturer_authorised', 'covered_by_manufacturer_instructions');
      places.subjects.push(...Object.keys(FORM_PERMITS).map((id) => `mds2:${id}`));
      places.subjects.push(...KIND_IDS.map((kind) => `may:${kind}`));
    } else if (aspect.startsWith('support-ends:')) places.blocks.push('support_ends');
    else if (aspect.startsWith('block:')) places.blocks.push(name);
    else if (aspect.startsWith('fact:')) places.facts.push(name);
    else {
      places.subjects.push(aspect);
      if (aspect.startsWith('mds2:')) places.facts.push(...factsAbout(name));
    }
  }
  places.subjects.push(...places.facts.map((key) => `fact:${key}`));
  return {
    subjects: [...new Set(places.subjects)],
    blocks: [...new Set(places.blocks)],
    facts: [...new Set(places.facts)],
  };
}
