/** A model of the catalogue as its form would post it. */
import type { ModelInput } from '../../app/features/devices/model-form';
import type { DemoModel } from './catalogue/types';

/** The fields of a source, as forms name them. */
export const asSource = (saidBy: string, sourceDocument: string, sourcePage: string, sourceDate: string) => ({
  saidBy,
  sourceDocument,
  sourcePage,
  sourceDate,
});

/** A UDI-DI in the GS1 range kept for use inside one company, with a check digit that fits. */
export function demoUdi(index: number): string {
  const digits = `0209999${String(index).padStart(6, '0')}`;
  const sum = [...digits].reverse().reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export function modelInput(model: DemoModel, supplierId: string, index: number): ModelInput {
  const [osProduct = '', osRelease = ''] = Array.isArray(model.os) ? model.os : [];
  const unknownEnd = model.makerEnds === 'unknown';
  return {
    supplierId,
    newSupplier: '',
    name: model.name,
    modelNumber: model.number,
    kind: model.kind,
    // Every fifth model shows what a register without an identifier looks like.
    udiDi: index % 5 === 4 ? '' : demoUdi(index),
    intendedPurpose: model.purpose ?? '',
    softwareVersion: model.version,
    osProduct,
    osRelease,
    networkConnected: model.connected === '' ? undefined : model.connected,
    networkNeeds: model.needs ?? '',
    remoteAccess: '',
    maintenance: '',
    clinicalOwner: '',
    tolerableDowntime: '',
    fallback: '',
    makerSupportEnds: unknownEnd ? null : (model.makerEnds ?? null),
    unknown: [
      ...(model.os === 'unknown' ? ['operatingSystem' as const] : []),
      ...(unknownEnd ? ['makerSupportEnds' as const] : []),
    ],
    ...asSource(model.maker, `Data sheet ${model.name} (demonstration)`, '2', '2024-04-16'),
  };
}

/** What the hospital itself says about a model, beside what its maker does; null when it says nothing. */
export function ownWords(model: DemoModel, input: ModelInput): ModelInput | null {
  const { remote, maintenance, owner, downtime, fallback } = model;
  if (!(remote || maintenance || owner || downtime || fallback)) return null;
  return {
    ...input,
    remoteAccess: remote ?? '',
    maintenance: maintenance ?? '',
    clinicalOwner: owner ?? '',
    tolerableDowntime: downtime ?? '',
    fallback: fallback ?? '',
    unknown: [],
    ...asSource('Medical equipment committee', 'Equipment file (demonstration)', '', '2025-11-03'),
  };
}
