/**
 * The names a rule may use, and how their values are held while a dossier is judged: one number per name, so that a
 * rule is arithmetic on a flat array. Besides the facts there are names computed from the dossier, never asked.
 */
import { FACT_LIST } from './facts/dictionary';
import type { FactType } from './facts/fact-type';
import { KIND_IDS } from './kinds/kind-ids';

/** Value of a fact as a dossier carries it. "unknown" is a value too: it says that nobody knows. */
export type FactValue = boolean | number | string | readonly string[];

export interface Name {
  /** Place in the array of codes. */
  index: number;
  key: string;
  type: FactType;
  values: readonly string[];
  /** Place of each value in `values`. */
  places: ReadonlyMap<string, number>;
  /** A computed name is worked out from the dossier; it is no fact and nobody states it. */
  computed: boolean;
}

/** Markets and places: where a product is sold, and where a unit stands. GB is Great Britain without Northern Ireland. */
export const MARKETS = ['EU', 'NI', 'GB', 'US', 'CA', 'AU', 'SG', 'CN', 'CH'] as const;
export type Market = (typeof MARKETS)[number];

export const NATIONS = ['england', 'scotland', 'wales', 'northern_ireland', 'other'] as const;
export type Nation = (typeof NATIONS)[number];

const COMPUTED: readonly { key: string; type: FactType; values?: readonly string[] }[] = [
  { key: 'markets', type: 'set', values: MARKETS },
  { key: 'places', type: 'set', values: MARKETS },
  { key: 'nation', type: 'enum', values: NATIONS },
  { key: 'kind', type: 'enum', values: KIND_IDS },
  { key: 'as_of', type: 'date' },
  { key: 'has_alert', type: 'boolean' },
  { key: 'tga_certificate', type: 'boolean' },
  { key: 'result_pccp_covered', type: 'boolean' },
  { key: 'result_new_510k', type: 'boolean' },
  { key: 'result_new_510k_possible', type: 'boolean' },
  { key: 'result_us_submission', type: 'boolean' },
  { key: 'result_us_submission_possible', type: 'boolean' },
  { key: 'result_within_instructions', type: 'boolean' },
  { key: 'result_v_report', type: 'boolean' },
];

/** All names: the facts first, in dictionary order, then the computed ones. */
export const NAMES: readonly Name[] = [...FACT_LIST, ...COMPUTED].map(({ key, type, values = [] }, index) => ({
  index,
  key,
  type,
  values,
  places: new Map(values.map((value, place) => [value, place])),
  computed: index >= FACT_LIST.length,
}));

const byKey: ReadonlyMap<string, Name> = new Map(NAMES.map((name) => [name.key, name]));

/** The name behind a key, or undefined. Names after the last fact are computed. */
export function nameOf(key: string): Name | undefined {
  return byKey.get(key);
}

/** The name at an index of the code array. */
export function nameAt(index: number): Name {
  const name = NAMES[index];
  if (!name) throw new RangeError(`no name at index ${index}`);
  return name;
}

/**
 * The name behind a key that this code base writes itself.
 * @throws when there is none: a misspelt key in our own tables is a defect
 */
export function knownName(key: string): Name {
  const name = byKey.get(key);
  if (!name) throw new Error(`no fact or computed name is called ${key}`);
  return name;
}

/** Whether a name is computed from the dossier rather than a fact of the dictionary. */
export function isComputed(name: Name): boolean {
  return name.computed;
}

/** Code of a change of several kinds: it equals none of them, and is known. */
export const SEVERAL_KINDS = KIND_IDS.length;

/** Code of a value that is not known. */
export const UNKNOWN_CODE = Number.NaN;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads YYYY-MM-DD as the number yyyymmdd, which compares like the date; null when there is no such day. */
export function dateCode(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day > days ? null : year * 10000 + month * 100 + day;
}

/**
 * Turns a value into the code of a name: 0 or 1, the index of an enum value, the bits of a set, a number, or yyyymmdd.
 * @returns the code, NaN for "unknown", or null when the value is outside the type of the name
 */
export function codeOf(name: Name, value: unknown): number | null {
  // By the value first, flags before all: nearly everything that is stated is a flag.
  if (typeof value === 'boolean') return name.type === 'boolean' ? Number(value) : null;
  if (typeof value === 'string') {
    if (value === 'unknown') return UNKNOWN_CODE;
    if (name.type === 'enum') return name.places.get(value) ?? null;
    return name.type === 'date' ? dateCode(value) : null;
  }
  if (typeof value === 'number') return name.type === 'number' && Number.isFinite(value) ? value : null;
  return name.type === 'set' && Array.isArray(value) ? setCode(name, value) : null;
}

function setCode(name: Name, members: readonly unknown[]): number | null {
  let bits = 0;
  for (const member of members) {
    const index = typeof member === 'string' ? name.places.get(member) : undefined;
    if (index === undefined) return null;
    bits |= 1 << index;
  }
  return bits;
}

/** Turns a known code back into a value; the members of a set come in dictionary order. */
export function valueFrom(name: Name, code: number): FactValue {
  switch (name.type) {
    case 'boolean':
      return code === 1;
    case 'enum':
      return name.values[code] ?? 'several';
    case 'number':
      return code;
    case 'date': {
      const digits = String(code).padStart(8, '0');
      return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
    }
    case 'set':
      return name.values.filter((_, index) => ((code >> index) & 1) === 1);
  }
}

const texts: Map<number, string>[] = NAMES.map(() => new Map());

/** A name with its value as it stands in a reason: "os_change = patch". Kept, because the same few recur all the time. */
export function textOf(name: Name, code: number): string {
  const kept = texts[name.index];
  const known = kept?.get(code);
  if (known !== undefined) return known;
  const value = Number.isNaN(code) ? 'unknown' : valueFrom(name, code);
  const text = `${name.key} = ${Array.isArray(value) ? value.join(', ') || 'none' : String(value)}`;
  // Numbers and dates have no end, large sets nearly none: keeping those would let a stream of dossiers fill the memory.
  if (name.type === 'boolean' || name.type === 'enum' || (name.type === 'set' && name.values.length <= 12)) {
    kept?.set(code, text);
  }
  return text;
}

/** What a name may hold, in words, for a refusal: 'true, false or "unknown"'. */
export function allowedValues(name: Name): string {
  switch (name.type) {
    case 'boolean':
      return 'true, false or "unknown"';
    case 'enum':
      return `one of ${name.values.join(', ')} or "unknown"`;
    case 'set':
      return `a list of ${name.values.join(', ')}, or "unknown"`;
    case 'number':
      return 'a number or "unknown"';
    case 'date':
      return 'a date YYYY-MM-DD that exists, or "unknown"';
  }
}
