import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HEADING_NAMES } from './heading-names';
import { isKnownHeading, plainHeading, proposeMapping, toInventory } from './headings';

const fieldsOf = (headings: string[]) =>
  proposeMapping(headings).map(({ field, sure }) => (field ? `${field}${sure ? '' : '?'}` : null));

describe('what columns mean', () => {
  it('is told by headings however they are written', () => {
    expect(fieldsOf(['ASSET_TAG', 'serial no', 'Make', 'Model-Name', 'I.P. Address', ' Mac address: '])).toEqual([
      'assetTag',
      'serial',
      'supplier',
      'model',
      'ipAddress',
      'macAddress',
    ]);
  });

  it('is open where a heading may mean two things', () => {
    const [udi, name, version] = proposeMapping(['UDI', 'Device Name', 'version']);
    expect(udi).toMatchObject({ field: 'udiCarrier', sure: false, candidates: ['udiCarrier', 'udiDi'] });
    expect(name).toMatchObject({ field: 'model', sure: false, candidates: ['model', 'kind', 'hostname', 'notes'] });
    expect(version?.sure).toBe(false);
    expect(proposeMapping(['Basic UDI-DI'])[0]).toMatchObject({ field: null, candidates: ['notes'] });
    expect(proposeMapping(['Colour'])[0]).toMatchObject({ field: null, sure: false, candidates: [] });
  });

  it('goes to the surest column first, and tells two columns of one heading apart', () => {
    expect(fieldsOf(['Vendor', 'Manufacturer', 'Model', 'Model', 'Item Name'])).toEqual([
      null,
      'supplier',
      'model',
      null,
      null,
    ]);
    expect(proposeMapping(['Model', 'Model']).map(({ column, candidates }) => [column, candidates])).toEqual([
      [0, ['model']],
      [1, ['model']],
    ]);
    expect(fieldsOf(['Building', 'Room', 'OS', 'OS Version'])).toEqual([
      'location',
      'location',
      'operatingSystem',
      'operatingSystem',
    ]);
  });

  it('knows no heading twice', () => {
    const all = HEADING_NAMES.flatMap(({ headings }) => [...new Set(headings.map(plainHeading))]);
    expect(all.filter((one, n) => all.indexOf(one) !== n)).toEqual([]);
  });

  const shared = new URL('../../../../shared/data/inventory/header-aliases.json', import.meta.url).pathname;
  it.runIf(existsSync(shared))('covers every spelling that was gathered', () => {
    const { fields } = JSON.parse(readFileSync(shared, 'utf8')) as { fields: Record<string, string[]> };
    const all = Object.values(fields).flat();
    expect(all.length).toBeGreaterThan(180);
    expect(all.filter((heading) => !isKnownHeading(heading))).toEqual([]);
  });
});

describe('what a row says of a unit', () => {
  const headings = ['Asset Tag', 'Serial', 'Model', 'Building', 'Room', 'Notes', 'Warranty'];
  const mapping = proposeMapping(headings);

  it('is taken over as written', () => {
    const { record, problems } = toInventory({ cells: ['A-1', ' 007 ', 'Pump', 'North', '12', 'loud', '36'] }, mapping);
    expect(record).toMatchObject({
      assetTag: 'A-1',
      serial: '007',
      model: 'Pump',
      location: 'North, 12',
      notes: 'loud',
      site: '',
    });
    expect(problems).toEqual([]);
  });

  it('keeps what has no field of ours among the notes, with its heading', () => {
    const kept = mapping.map((one) => (one.heading === 'Warranty' ? { ...one, field: 'notes' as const } : one));
    expect(toInventory({ cells: ['A', '', '', '', '', 'loud', '36'] }, kept).record.notes).toBe('loud\nWarranty: 36');
  });

  it('has problems where two columns disagree, and where nothing tells the unit from others', () => {
    const both = [
      { column: 0, heading: 'Model', field: 'model' as const },
      { column: 1, heading: 'Device', field: 'model' as const },
    ];
    const { record, problems } = toInventory({ cells: ['Pump', 'Monitor'] }, both);
    expect(record.model).toBe('Pump');
    expect(problems.map(({ column }) => column)).toEqual(['Device', '']);
    expect(toInventory({ cells: [] }, both).problems).toHaveLength(1);
  });
});
