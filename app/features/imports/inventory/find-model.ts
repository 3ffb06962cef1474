/** Which model of the register a line of an inventory means, and what to say when it is none or more than one. Pure. */
import type { Problem } from '../../../readers/records';
import type { KnownModel } from '../../devices/import-models.server';
import type { KnownSupplier } from '../../suppliers/import-suppliers.server';
import { foldMaker, foldName } from './names';

export interface Named {
  supplier: string;
  model: string;
  modelNumber: string;
  udiDi: string;
  kind: string;
}

export interface Register {
  suppliers: Map<string, KnownSupplier[]>;
  names: Map<string, KnownModel[]>;
  numbers: Map<string, KnownModel[]>;
  udis: Map<string, KnownModel[]>;
}

const grouped = <T>(all: readonly T[], keys: (one: T) => string[]): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keys(one).filter(Boolean))) map.set(key, [...(map.get(key) ?? []), one]);
  }
  return map;
};

/** Makes a register searchable by the spellings of its names. */
export const registerOf = (suppliers: readonly KnownSupplier[], models: readonly KnownModel[]): Register => ({
  suppliers: grouped(suppliers, ({ name }) => [foldMaker(name)]),
  names: grouped(models, ({ name, modelNumber }) => [foldName(name), foldName(`${name} ${modelNumber}`)]),
  numbers: grouped(models, ({ modelNumber }) => [foldName(modelNumber)]),
  udis: grouped(models, ({ udiDi }) => [udiDi.trim()]),
});

export type FoundModel =
  | { ok: true; model: KnownModel; warnings: string[] }
  /** Not in the register: may be added where a person allowed that. */
  | { ok: false; missing: true; supplier: KnownSupplier | null }
  | { ok: false; missing: false; problem: Omit<Problem, 'place'> };

const none = (rule: string, message: string): FoundModel => ({ ok: false, missing: false, problem: { rule, message } });

const inUse = (models: KnownModel[]) => {
  const living = models.filter(({ retired }) => !retired);
  return living.length > 0 ? living : models;
};

/** Looks a model up: by UDI-DI, then by number, then by name, each within the maker when one is named. */
export function findModel(register: Register, named: Named): FoundModel {
  const makers = named.supplier.trim() ? (register.suppliers.get(foldMaker(named.supplier)) ?? []) : null;
  const ofMaker = (models: KnownModel[]) =>
    makers === null ? models : models.filter(({ supplierId }) => makers.some(({ id }) => id === supplierId));
  const byUdi = named.udiDi ? inUse(register.udis.get(named.udiDi.trim()) ?? []) : [];
  const byNumber = named.modelNumber ? ofMaker(register.numbers.get(foldName(named.modelNumber)) ?? []) : [];
  const byName = named.model ? ofMaker(register.names.get(foldName(named.model)) ?? []) : [];
  // Some lists keep the number in the column of the name.
  const byEither = named.model ? ofMaker(register.numbers.get(foldName(named.model)) ?? []) : [];
  const both = byNumber.filter((one) => byName.includes(one));
  const way = [byUdi, both, byNumber.length > 0 && named.model === '' ? byNumber : [], byName, byEither].find(
    (found) => found.length > 0,
  );
  const [first, ...others] = inUse(way ?? []);
  if (!first) {
    if (byNumber.length > 0) {
      const names = byNumber.map(({ name }) => `“${name}”`).join(', ');
      return none(
        'model',
        `Model number ${named.modelNumber} is ${names} in the register, here it is “${named.model}”.`,
      );
    }
    if (!named.model && !named.modelNumber) {
      return none('model', `No model of the register has the UDI-DI ${named.udiDi}, and the line names no model.`);
    }
    const [maker] = makers ?? [];
    return { ok: false, missing: true, supplier: maker ?? null };
  }
  if (others.length > 0) {
    const numbers = [first, ...others].slice(0, 5).map(({ modelNumber }) => modelNumber || 'without a number');
    const message = `${others.length + 1} models of the register are called “${first.name}” (${numbers.join(', ')}). Add the model number or the UDI-DI.`;
    return none('model', message);
  }
  const warnings =
    named.udiDi && first.udiDi && first.udiDi !== named.udiDi.trim()
      ? [`The register gives “${first.name}” the UDI-DI ${first.udiDi}, here it is ${named.udiDi}.`]
      : [];
  return { ok: true, model: first, warnings };
}
