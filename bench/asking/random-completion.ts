/** A value for every fact, drawn from a seed: what a completely answered dossier could hold. */
import { FACT_LIST } from '../../app/regulation/facts/dictionary';
import { KIND_IDS, type KindId } from '../../app/regulation/kinds/kind-ids';
import type { FactValue } from '../../app/regulation/vocabulary';

export type Draw = (below: number) => number;

/** Whole numbers from 0 to below `below`, the same for the same seed. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Completion {
  kind: KindId;
  facts: ReadonlyMap<string, FactValue>;
}

const DATES = ['2020-05-01', '2022-01-31', '2025-06-16', '2026-03-31', '2026-10-01', '2028-09-01'];

/** One completion: a kind of change, and a value for every fact. */
export function randomCompletion(draw: Draw): Completion {
  const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;
  const facts = new Map<string, FactValue>();
  for (const { key, type, values } of FACT_LIST) {
    if (type === 'boolean') facts.set(key, draw(2) === 1);
    else if (type === 'enum') facts.set(key, pick(values));
    else if (type === 'set') facts.set(key, [pick(values)]);
    else facts.set(key, type === 'number' ? draw(100) : pick(DATES));
  }
  return { kind: pick(KIND_IDS), facts };
}
