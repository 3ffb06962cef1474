/**
 * The dossier: what comes in. `parseDossier` lets any JSON value in and gives either a dossier that `assess` can judge
 * or a refusal that names every place that is wrong.
 *
 * What is refused: a value outside the type of a known fact, an unknown instrument, an unknown kind of change, an answer
 * that is neither yes, no nor unknown, a date that does not exist, a known field of another shape. What is tolerated and
 * listed under `ignored`: unknown facts by their name, unknown fields by their path ("device.colour"), markets without
 * rules here, and answers to questions the library does not have, so that an answer given under an older edition does
 * not stop an assessment.
 */
import { z } from 'zod';
import { CHARTS, chartOf } from './charts';
import { isUnreadable, readCertification, readMarket } from './derivations/certification';
import { readSite } from './derivations/from-site';
import type { ChangeInput, DeviceInput, SiteInput, VulnerabilityInput } from './derivations/inputs';
import { fact } from './facts/dictionary';
import { readKind } from './kinds';
import type { Refusal } from './result';
import { allowedValues, codeOf, dateCode, type FactValue, nameOf } from './vocabulary';

export type AnswerValue = 'yes' | 'no' | 'unknown';

export interface Dossier {
  dossier: 1;
  id?: string;
  /** YYYY-MM-DD; today when missing. */
  as_of?: string;
  /** Ids of the instruments to run, and no other; without it those that apply are chosen. */
  instruments?: string[];
  device?: DeviceInput;
  site?: SiteInput;
  change?: ChangeInput;
  vulnerabilities?: VulnerabilityInput[];
  facts?: Record<string, FactValue>;
  answers?: Record<string, Record<string, AnswerValue>>;
}

export type ParsedDossier = { ok: true; dossier: Dossier } | { ok: false; refusal: Refusal };

type Issue = Refusal['error']['issues'][number];

/** Older names of instruments, as other records use them. */
const INSTRUMENT_ALIASES: ReadonlyMap<string, string> = new Map([
  ['UK-MDR', 'UK-MDR-H'],
  ['UK-MDA2010', 'UK-MDR-H'],
]);

/** The id of an instrument the library has, read from its id or an older name; null when there is none. */
export function readInstrument(id: string): string | null {
  const current = INSTRUMENT_ALIASES.get(id) ?? id;
  return chartOf(current) ? current : null;
}

/** Longest text and list let through; far above what a person writes, far below what would stop the process. */
const TEXT_LIMIT = 1_000_000;
const LIST_LIMIT = 10_000;
const ISSUE_LIMIT = 50;

const text = z.string().max(TEXT_LIMIT, `longer than ${TEXT_LIMIT} characters`);
const date = text.refine((day) => dateCode(day) !== null, 'not a date YYYY-MM-DD that exists');
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(LIST_LIMIT, `more than ${LIST_LIMIT} entries`);
const optionalText = text.optional();

const shape = {
  dossier: z.literal(1, { error: 'the version of the contract is missing or not 1' }),
  id: optionalText,
  as_of: date.optional(),
  instruments: list(text).min(1, 'names no instrument: leave it out to have those chosen that apply').optional(),
  device: z
    .object({
      name: optionalText,
      manufacturer: optionalText,
      model: optionalText,
      udi_di: optionalText,
      kind: optionalText,
      software: z
        .object({
          version: optionalText,
          released: date.optional(),
          os: z.object({ product: optionalText, release: optionalText }).optional(),
        })
        .optional(),
      certifications: list(
        z.object({
          market: text,
          basis: optionalText,
          class: optionalText,
          body: optionalText,
          certificate: optionalText,
          number: optionalText,
          expires: date.optional(),
        }),
      ).optional(),
      mds2: z.custom<Record<string, string>>(isObject, 'expected an object').optional(),
      network_interfaces: list(z.unknown()).optional(),
    })
    .optional(),
  site: z.object({ country: optionalText, nation: optionalText }).optional(),
  change: z
    .object({
      kind: z.union([text, list(text).min(1, 'names no kind of change')]).optional(),
      title: optionalText,
      actor: optionalText,
      status: optionalText,
    })
    .optional(),
  vulnerabilities: list(z.object({ cve: optionalText, cvss: optionalText })).optional(),
  facts: z.custom<Record<string, FactValue>>(isObject, 'expected an object').optional(),
  answers: z.custom<Record<string, unknown>>(isObject, 'expected an object').optional(),
};

const dossierShape = z.object(shape);

/** Fields of a dossier at each level, to list the others as ignored. */
export const KNOWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(shape),
  device: Object.keys(shape.device.unwrap().shape),
  'device.software': Object.keys(shape.device.unwrap().shape.software.unwrap().shape),
  'device.software.os': ['product', 'release'],
  'device.certifications': ['market', 'basis', 'class', 'body', 'certificate', 'number', 'expires'],
  site: Object.keys(shape.site.unwrap().shape),
  change: Object.keys(shape.change.unwrap().shape),
  vulnerabilities: ['cve', 'cvss'],
};

/**
 * Reads a dossier.
 * @param json any JSON value
 * @returns the dossier, unchanged, or a refusal with a message and every issue found (at most 50), each with its path
 */
export function parseDossier(json: unknown): ParsedDossier {
  if (!isObject(json)) return refuse(undefined, [{ path: [], message: `expected an object, not ${nounOf(json)}` }]);
  const checked = dossierShape.safeParse(json);
  const issues: Issue[] = checked.success ? [] : checked.error.issues.map((issue) => plainIssue(issue, json));
  const dossier = json as unknown as Dossier;
  if (isObject(json.facts)) checkFacts(json.facts, issues);
  if (isObject(json.answers)) checkAnswers(json.answers, issues);
  if (checked.success) checkMeaning(dossier, issues);
  if (issues.length > 0) return refuse(typeof json.id === 'string' ? json.id : undefined, issues);
  return { ok: true, dossier };
}

function refuse(id: string | undefined, issues: Issue[]): ParsedDossier {
  const [first] = issues;
  const where = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return {
    ok: false,
    refusal: {
      ...(id !== undefined && { id: id.slice(0, TEXT_LIMIT) }),
      error: { message: `${where}${first?.message ?? 'refused'}${more}`, issues: issues.slice(0, ISSUE_LIMIT) },
    },
  };
}

/** What the shape cannot say: known names, real kinds, certifications and places that can be read. */
function checkMeaning(dossier: Dossier, issues: Issue[]): void {
  for (const [at, id] of (dossier.instruments ?? []).entries()) {
    if (readInstrument(id) !== null) continue;
    const known = CHARTS.map((chart) => chart.instrument).join(', ');
    issues.push({ path: ['instruments', at], message: `no instrument is called ${short(id)}; known are ${known}` });
  }
  const kind = dossier.change?.kind;
  for (const [at, one] of kind === undefined ? [] : [kind].flat().entries()) {
    const read = readKind(one);
    const path = Array.isArray(kind) ? ['change', 'kind', at] : ['change', 'kind'];
    if (!read.ok) issues.push({ path, message: `${short(one)}: ${read.problem}` });
  }
  for (const [at, one] of (dossier.device?.certifications ?? []).entries()) {
    const market = readMarket(one.market);
    const read = market && readCertification(market, one);
    if (!read || !isUnreadable(read)) continue;
    const given = short(one[read.field] ?? '');
    issues.push({ path: ['device', 'certifications', at, read.field], message: `${given}: ${read.problem}` });
  }
  for (const [id, reply] of Object.entries(dossier.device?.mds2 ?? {})) {
    if (typeof reply !== 'string')
      issues.push({ path: ['device', 'mds2', id], message: 'expected a text such as "yes"' });
  }
  const site = dossier.site && readSite(dossier.site);
  if (site && 'problem' in site) issues.push({ path: ['site', site.field], message: site.problem });
}

function checkFacts(facts: Record<string, unknown>, issues: Issue[]): void {
  for (const key of Object.keys(facts)) {
    if (!fact(key)) continue;
    const name = nameOf(key);
    const value = facts[key];
    if (!name || codeOf(name, value) !== null) continue;
    const message = `${key} cannot be ${shown(value)}; allowed: ${allowedValues(name)}`;
    issues.push({ path: ['facts', key], message });
  }
}

const ANSWERS: ReadonlySet<unknown> = new Set<AnswerValue>(['yes', 'no', 'unknown']);

function checkAnswers(answers: Record<string, unknown>, issues: Issue[]): void {
  for (const instrument of Object.keys(answers)) {
    const given = answers[instrument];
    if (!isObject(given)) {
      issues.push({ path: ['answers', instrument], message: `expected an object of answers, not ${nounOf(given)}` });
      continue;
    }
    for (const question of Object.keys(given)) {
      if (ANSWERS.has(given[question])) continue;
      const message = `${shown(given[question])} is no answer; allowed: "yes", "no", "unknown"`;
      issues.push({ path: ['answers', instrument, question], message });
    }
  }
}

/** An object as JSON has it: neither a list nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plainIssue(issue: z.core.$ZodIssue, json: unknown): Issue {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_union') return { path, message: issue.message };
  const expected: Record<string, string> = { string: 'a text', array: 'a list', object: 'an object' };
  const wanted =
    issue.code === 'invalid_type' ? (expected[issue.expected] ?? issue.expected) : 'a text or a list of texts';
  return { path, message: `expected ${wanted}, not ${nounOf(valueAt(json, path))}` };
}

function valueAt(json: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined,
    json,
  );
}

function nounOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** A value as it was given, shallow: what comes in may be nested deeper than JSON.stringify can go. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return short(`[${value.slice(0, 20).map(shownPart).join(',')}]`);
  return short(shownPart(value));
}

function shownPart(value: unknown): string {
  return typeof value === 'object' && value !== null ? nounOf(value) : (JSON.stringify(value) ?? 'nothing');
}

function short(given: string): string {
  return given.length > 80 ? `${given.slice(0, 80)}…` : given;
}
