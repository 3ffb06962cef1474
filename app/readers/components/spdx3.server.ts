/** Reads component lists in SPDX 3.0 as JSON-LD. */
import { headOf } from '../head';
import { LIMITS, type Out } from '../reader';
import type { FileHead, ListedComponent } from '../records';
import { dayIn } from './cyclonedx-shape';
import { type FoundComponent, tooManyComponents } from './give-components';
import { purlFault } from './purl';
import { giveSpdx, unknownSpdx } from './spdx-head.server';
import { isPackage } from './spdx3-classes';
import { type Fields, idOf, isFields, spdx3Faults, type Thing, thingsIn } from './spdx3-faults';

const CONTEXT =
  /^https:\/\/spdx\.(?:org|github\.io)\/(?:rdf|spdx-spec\/v)\/?(3\.0(?:\.\d+)?)\/(?:model\/)?[\w./-]*context\.jsonld$/;

export async function readSpdx3(document: object, out: Out): Promise<FileHead> {
  const top: Fields = { ...document };
  const context = [top['@context']].flat().find((one): one is string => typeof one === 'string');
  const stated = CONTEXT.exec(context ?? '')?.[1];
  if (!stated) return unknownSpdx('SPDX 3', context, '/@context');
  const graph = top['@graph'];
  const refused = (place: string, message: string) =>
    headOf('spdx', `SPDX ${stated}`, { errors: [{ place, rule: `SPDX ${stated}`, message }] });
  if ('@graph' in top && !Array.isArray(graph)) return refused('/@graph', 'The value has to be a list.');
  const untyped = Array.isArray(graph) ? graph.findIndex((one) => !isFields(one) || typeof one.type !== 'string') : -1;
  if (untyped >= 0) return refused(`/@graph/${untyped}`, 'It does not say of which class it is: "type" is missing.');
  const things = Array.isArray(graph) ? thingsIn(graph, '/@graph') : thingsIn([top], '');
  const packages = things.filter(({ type }) => isPackage(type));
  if (packages.length > LIMITS.components) return tooManyComponents(packages[LIMITS.components]?.place ?? '');
  const errors = spdx3Faults(withoutContext(things, top), `SPDX ${stated}`);
  const info = things.find(({ type }) => type === 'CreationInfo')?.fields ?? {};
  const version = typeof info.specVersion === 'string' ? info.specVersion : stated;
  const format = `SPDX ${/^3\.0\.\d+$/.test(version) ? version : stated}`;
  if (errors.length > 0) return headOf('spdx', format, { errors });
  out.checkCancelled();
  const byId = new Map(things.map(({ fields }) => [idOf(fields), fields]));
  const self = things.find(({ type }) => type === 'SpdxDocument');
  return giveSpdx(out, {
    version,
    format,
    name: textOf(self?.fields.name),
    created: textOf(info.created) || null,
    found: packages.map((one) => componentOf(one, byId)),
  });
}

/** A document of one thing has its context beside what it says of itself. */
const withoutContext = (things: readonly Thing[], top: Fields): Thing[] =>
  things.map((thing) => {
    if (thing.fields !== top) return thing;
    const { '@context': _, ...fields } = top;
    return { ...thing, fields };
  });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function componentOf({ fields, place }: Thing, byId: ReadonlyMap<string, Fields>): FoundComponent {
  const identifiers = (Array.isArray(fields.externalIdentifier) ? fields.externalIdentifier : []).filter(isFields);
  const identifier = (...types: string[]) =>
    textOf(identifiers.find((one) => types.includes(textOf(one.externalIdentifierType)))?.identifier);
  const maker = [fields.suppliedBy, fields.originatedBy].flat().find((one) => one !== undefined);
  const until = textOf(fields.validUntilTime);
  const value: ListedComponent = {
    name: textOf(fields.name),
    version: textOf(fields.software_packageVersion),
    purl: textOf(fields.software_packageUrl) || identifier('packageUrl', 'packageURL'),
    supplier: textOf((isFields(maker) ? maker : byId.get(textOf(maker)))?.name),
    cpe: identifier('cpe23') || identifier('cpe22'),
    ref: idOf(fields),
    supportEnds: until ? dayIn(until) : null,
    supportLevel: [fields.supportLevel].flat().map(textOf).filter(Boolean).join(', '),
  };
  const fault = purlFault(value.purl);
  return { place, warnings: fault ? [fault] : [], value };
}
