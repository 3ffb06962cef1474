/** What a kind of change settles by itself: its own facts, the blocks it names, and what holds for every kind. */
import type { DerivedFact } from '../derivations/derived-fact';
import type { FactKey } from '../facts/dictionary';
import type { FactValue } from '../vocabulary';
import { changeKind } from '.';
import { BLOCKS, EVERY_KIND, EVERY_KIND_ASSUMED } from './blocks';
import type { ChangeKind, FactValues } from './change-kind';
import type { KindId } from './kind-ids';

export type Location = 'device' | 'device_connection' | 'environment';

/**
 * The facts of a change of one or several kinds. Of several kinds only what all agree on holds; the domains are put
 * together, and for the location the device wins, then its connection.
 * @param location where the change lands, if somebody said so: some kinds leave that open
 */
export function factsOfKinds(kinds: readonly KindId[], location: Location | null): readonly DerivedFact[] {
  const [first, ...rest] = kinds.map((kind) => factsOfKind(kind, location));
  if (!first || rest.length === 0) return first ?? [];
  return first.flatMap((fact): DerivedFact[] => {
    const same = rest.map((facts) => facts.find((other) => other.key === fact.key));
    if (!same.every((other) => other !== undefined)) return [];
    const values = [fact, ...same];
    const value = agreed(
      fact.key,
      values.map((other) => other.value),
    );
    if (value === null) return [];
    const assumed = values.some((other) => other.assumed) ? ({ assumed: true } as const) : {};
    return [{ key: fact.key, value, reason: `kinds of change ${kinds.join(', ')}`, ...assumed }];
  });
}

function agreed(key: FactKey, values: readonly FactValue[]): FactValue | null {
  if (key === 'change_domains') return [...new Set(values.flatMap((value) => (Array.isArray(value) ? value : [])))];
  if (key === 'change_location') {
    return ['device', 'device_connection', 'environment'].find((place) => values.includes(place)) ?? null;
  }
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

const kept = new Map<string, readonly DerivedFact[]>();

/** The facts of one kind. The kind's own facts come before those of its blocks where both speak of the same thing. */
export function factsOfKind(id: KindId, location: Location | null): readonly DerivedFact[] {
  const key = `${id} ${location}`;
  const known = kept.get(key);
  if (known) return known;
  const facts = new Map<FactKey, DerivedFact>();
  const add = (values: FactValues, reason: string, assumed?: true) => {
    for (const [name, value] of Object.entries(values) as [FactKey, FactValue][]) {
      if (!facts.has(name)) facts.set(name, { key: name, value, reason, ...(assumed && { assumed }) });
    }
  };
  const kind = changeKind(id);
  const locationIsOpen = kind.certain.change_location === undefined;
  const outside =
    kind.alsoInEnvironment &&
    (location === 'environment' || (locationIsOpen && location !== null && location !== 'device'));
  if (!outside || locationIsOpen) add(ownAndBlocks(kind), `kind of change ${id}`);
  if (kind.assumed && !outside) add(kind.assumed, `kind of change ${id}`, true);
  if (outside) {
    const { change_location: _, ...elsewhere } = ownAndBlocks(changeKind('network_firewall'));
    add(elsewhere, `kind of change ${id}, outside the device`);
  } else if (locationIsOpen && location === 'device') {
    add({ change_domains: ['software'], ...BLOCKS['no-hardware'] }, `kind of change ${id}, on the device`);
  }
  add(EVERY_KIND, 'every kind of change');
  add(EVERY_KIND_ASSUMED, 'every kind of change', true);
  const made = [...facts.values()];
  kept.set(key, made);
  return made;
}

function ownAndBlocks(kind: ChangeKind): FactValues {
  const blocks = kind.blocks.map(({ block, without }) => {
    const open: readonly string[] = without;
    return Object.fromEntries(Object.entries(BLOCKS[block]).filter(([key]) => !open.includes(key)));
  });
  return Object.assign({}, ...blocks, kind.certain);
}
