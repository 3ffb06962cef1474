import { describe, expect, it } from 'vitest';
import { type Fact, NO_SOURCE, sourceInWords } from './source';
import { type FactField, factInWords, fieldChanges, sameFact, statementsOf, textFact } from './statements';

interface Values {
  name: string;
  os: { product: string; release: string } | null;
}

const FIELDS: FactField<Values>[] = [
  { field: 'name', label: 'Name', of: ({ name }) => textFact(name) },
  { field: 'os', label: 'System', of: ({ os }) => os },
];

const fact = (field: string, value: Fact['value']): Fact => ({
  ...{ field, value, source: NO_SOURCE, recordedByName: 'A', recordedAt: '2026-01-01T00:00:00Z', supersededAt: null },
});

const base = { unknown: [], confirms: false, current: {} };
const pump: Values = { name: 'Pump', os: { product: 'Windows', release: '7' } };

describe('what a save states', () => {
  it('is everything given at first, and nothing about what was left empty', () => {
    expect(statementsOf(FIELDS, { ...base, before: null, after: { name: 'Pump', os: null } })).toEqual([
      { field: 'name', value: 'Pump' },
    ]);
  });

  it('is what changed, also to empty', () => {
    const after = { name: 'Pump', os: null };
    expect(statementsOf(FIELDS, { ...base, before: pump, after })).toEqual([{ field: 'os', value: null }]);
    expect(
      statementsOf(FIELDS, { ...base, before: pump, after: { ...pump, os: { release: '7', product: 'Windows' } } }),
    ).toEqual([]);
  });

  it('is a new "not known", but not the same again', () => {
    const after = { name: 'Pump', os: null };
    const said = { ...base, before: after, after, unknown: ['os'] };
    expect(statementsOf(FIELDS, said)).toEqual([{ field: 'os', value: null }]);
    expect(statementsOf(FIELDS, { ...said, current: { os: fact('os', null) } })).toEqual([]);
    expect(statementsOf(FIELDS, { ...said, current: { os: fact('os', 'Windows') } })).toEqual([
      { field: 'os', value: null },
    ]);
  });

  it('is every field with a value when the source confirms them', () => {
    expect(statementsOf(FIELDS, { ...base, before: pump, after: pump, confirms: true })).toHaveLength(2);
    const empty = { name: 'Pump', os: null };
    expect(statementsOf(FIELDS, { ...base, before: empty, after: empty, confirms: true })).toHaveLength(1);
  });
});

it('compares and names values', () => {
  expect(sameFact({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
  expect(sameFact('1', 1)).toBe(false);
  expect([null, true, false, '2028-12-31', { product: 'Windows', release: '7' }, '4.10'].map(factInWords)).toEqual([
    'not known',
    'yes',
    'no',
    '31 Dec 2028',
    'Windows 7',
    '4.10',
  ]);
  expect(fieldChanges(FIELDS, pump, { ...pump, name: 'X' })).toEqual([
    { field: 'name', label: 'Name', from: 'Pump', to: 'X' },
  ]);
});

it('names a source as far as it is known', () => {
  expect(sourceInWords(NO_SOURCE)).toBeNull();
  expect(sourceInWords({ saidBy: 'Maker', document: 'Manual', page: '14', date: '2021-03-03' })).toBe(
    'Maker, Manual, p. 14, 3 Mar 2021',
  );
  expect(sourceInWords({ saidBy: '', document: '', page: 'Annex B', date: 'spring 2021' })).toBe(
    'Annex B, spring 2021',
  );
});
