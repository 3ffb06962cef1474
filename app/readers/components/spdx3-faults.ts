/** What is wrong with an SPDX 3.0 document: classes, names and kinds of values, who made it, and where ids point. */
import { pointerTo } from '../json/place';
import { LIMITS } from '../reader';
import type { Problem } from '../records';
import { isSpdxMoment } from './spdx-faults';
import { ELEMENTS, FIELDS, isPackage, isRelationship, type Kind, OTHERS, RELATIONSHIP_TYPES } from './spdx3-classes';

export type Fields = Record<string, unknown>;

/** A thing of the document with a class of its own, and where it stands. */
export interface Thing {
  type: string;
  fields: Fields;
  place: string;
}

/** Values that stand for themselves in any document. */
const WELL_KNOWN = /^(NoneElement|NoAssertionElement|https?:\/\/spdx\.org\/(rdf|licenses)\/.*)$/;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything with a class, at whatever depth: things may be written where they are pointed at. */
export function thingsIn(graph: readonly unknown[], start: string): Thing[] {
  const things: Thing[] = [];
  const walk = (value: unknown, way: (string | number)[]): void => {
    if (Array.isArray(value)) {
      for (const [n, one] of value.entries()) if (typeof one === 'object') walk(one, [...way, n]);
    } else if (isFields(value)) {
      const type = value.type;
      if (typeof type === 'string') things.push({ type, fields: value, place: start + pointerTo(way) });
      for (const [name, one] of Object.entries(value)) if (typeof one === 'object') walk(one, [...way, name]);
    }
  };
  for (const [n, one] of graph.entries()) walk(one, start ? [n] : []);
  return things;
}

export const idOf = ({ spdxId, '@id': id }: Fields): string =>
  typeof spdxId === 'string' ? spdxId : typeof id === 'string' ? id : '';

class Faults {
  readonly problems: Problem[] = [];
  constructor(private readonly rule: string) {}
  add(place: string, message: string): void {
    if (this.problems.length <= LIMITS.problems) this.problems.push({ place, rule: this.rule, message });
  }
}

export function spdx3Faults(things: readonly Thing[], rule: string): Problem[] {
  const faults = new Faults(rule);
  const ids = new Map<string, string>();
  for (const thing of things) {
    const id = idOf(thing.fields);
    if (id === '') continue;
    if (ids.has(id)) faults.add(thing.place, `The identifier "${id.slice(0, 120)}" stands for two things.`);
    ids.set(id, thing.type);
  }
  for (const { type, fields } of things) {
    if (type === 'ExternalMap' && typeof fields.externalSpdxId === 'string') ids.set(fields.externalSpdxId, type);
  }
  const documents = things.filter(({ type }) => type === 'SpdxDocument');
  if (documents.length !== 1) {
    const many = documents.length === 0 ? 'no' : String(documents.length);
    faults.add(documents[1]?.place ?? '', `A file describes itself by one SpdxDocument; this one has ${many}.`);
  }
  for (const thing of things) {
    ofClass(thing, faults);
    if (ELEMENTS.has(thing.type)) ofElement(thing, ids, faults);
    if (thing.type === 'CreationInfo') ofCreation(thing, faults);
    if (isRelationship(thing.type)) ofRelationship(thing, ids, faults);
    if (isPackage(thing.type) && !thing.fields.name) faults.add(`${thing.place}/name`, 'A package has to have a name.');
  }
  return faults.problems;
}

const KINDS: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  texts: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  list: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' || isFields(one)),
  moment: (value) => typeof value === 'string' && isSpdxMoment(value),
  any: (value) => typeof value === 'string' || isFields(value),
};
const KIND_WORDS: Record<Kind, string> = {
  text: 'a text',
  texts: 'a list of texts',
  list: 'a list of ids or things',
  moment: 'a moment like 2026-11-18T09:30:00Z, on a day that exists',
  any: 'an id or a thing',
};

function ofClass({ type, fields, place }: Thing, faults: Faults): void {
  if (!ELEMENTS.has(type) && !OTHERS.has(type) && !type.startsWith('extension_') && !/^https?:/.test(type)) {
    faults.add(`${place}/type`, `"${type.slice(0, 80)}" is no class of SPDX 3.0.`);
    return;
  }
  const known = FIELDS[type];
  if (!known) return;
  for (const [name, value] of Object.entries(fields)) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    const here = place + pointerTo([name]);
    // Names with a colon belong to extensions.
    if (!kind) {
      if (!name.includes(':')) faults.add(here, `"${name.slice(0, 80)}" is not a name that may stand in ${type}.`);
    } else if (!KINDS[kind](value)) faults.add(here, `The value has to be ${KIND_WORDS[kind]}.`);
  }
}

function ofElement({ type, fields, place }: Thing, ids: ReadonlyMap<string, string>, faults: Faults): void {
  const { spdxId, creationInfo } = fields;
  if (typeof spdxId !== 'string' || !/^(_:\S+|[A-Za-z][A-Za-z0-9+.-]*:\S+)$/.test(spdxId)) {
    faults.add(`${place}/spdxId`, `Every ${type} has an id ("spdxId") that is an IRI.`);
  }
  if (creationInfo === undefined) {
    faults.add(`${place}/creationInfo`, `It is not said who made this ${type} and when: "creationInfo" is missing.`);
  } else if (isFields(creationInfo)) {
    if (creationInfo.type !== 'CreationInfo') faults.add(`${place}/creationInfo`, 'This is no CreationInfo.');
  } else if (ids.get(String(creationInfo)) !== 'CreationInfo') {
    faults.add(`${place}/creationInfo`, `"${String(creationInfo).slice(0, 120)}" is the id of no CreationInfo here.`);
  }
  if ('rootElement' in fields) pointsAt(fields.rootElement, `${place}/rootElement`, ids, faults);
}

function ofCreation({ fields, place }: Thing, faults: Faults): void {
  const { specVersion, created, createdBy } = fields;
  if (typeof specVersion !== 'string' || !/^3\.0\.\d+$/.test(specVersion)) {
    faults.add(`${place}/specVersion`, 'The version ("specVersion") has to be 3.0.0 or 3.0.1.');
  }
  if (created === undefined) faults.add(`${place}/created`, '"created" is missing.');
  if (!Array.isArray(createdBy) || createdBy.length === 0) {
    faults.add(`${place}/createdBy`, '"createdBy" has to name at least one agent.');
  }
}

function ofRelationship({ fields, place }: Thing, ids: ReadonlyMap<string, string>, faults: Faults): void {
  const { from, to, relationshipType } = fields;
  if (from === undefined) faults.add(`${place}/from`, '"from" is missing.');
  else pointsAt(from, `${place}/from`, ids, faults);
  if (!Array.isArray(to) || to.length === 0) faults.add(`${place}/to`, '"to" has to name at least one thing.');
  else pointsAt(to, `${place}/to`, ids, faults);
  if (typeof relationshipType !== 'string' || !RELATIONSHIP_TYPES.has(relationshipType)) {
    faults.add(`${place}/relationshipType`, `"${String(relationshipType).slice(0, 80)}" is no type of relationship.`);
  }
}

function pointsAt(value: unknown, place: string, ids: ReadonlyMap<string, string>, faults: Faults): void {
  for (const [n, one] of [value].flat().entries()) {
    if (typeof one !== 'string' || ids.has(one) || WELL_KNOWN.test(one)) continue;
    const here = Array.isArray(value) ? `${place}/${n}` : place;
    faults.add(here, `"${one.slice(0, 120)}" is the id of nothing here, and of nothing that is imported.`);
  }
}
