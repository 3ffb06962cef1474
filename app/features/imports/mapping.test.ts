import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { formOf } from '../devices/testing';
import { getMapping } from './get-mapping.server';
import { foldMaker, foldName, systemOf } from './inventory/names';
import { dayOf, orderOfColumn, ordersOf } from './inventory/written-day';
import { refusedRows, WHY } from './refused-rows.server';
import { saveMapping } from './save-mapping.server';
import { act, applied, page, read, worked } from './testing';

const database = testDatabase();
let at: House;
let elsewhere: House;
beforeAll(async () => {
  at = await house(database);
  elsewhere = await house(database, 'Southfield');
});
afterAll(() => closeDatabase());

const INVENTORY = { purpose: 'inventory' } as const;
const table = (lines: string[][]) => `${lines.map((cells) => cells.join(';')).join('\n')}\n`;

describe('a table with odd headings', () => {
  const ODD = table([
    ['Ident', 'What', 'From whom', 'Bought', 'Where'],
    ['XTR-1', 'XTR telemetry receiver', 'Spacelabs Inc.', '03/04/2024', 'Ward 9'],
    ['XTR-2', 'XTR Telemetry-Receiver', 'SPACELABS', '05/06/2024', ''],
    ['XTR-99', 'XTR telemetry receiver', 'Spacelabs ', '07/08/2024', 'Ward 1'],
    ['', 'XTR telemetry receiver', 'Spacelabs', '', 'Ward 1'],
  ]);
  const columns = {
    'column.0': 'serial',
    'column.1': 'model',
    'column.2': 'supplier',
    'column.3': 'suppliedOn',
    'column.4': 'location',
  };

  it('waits for a person, asks how its dates are written, and keeps the answer for the next time', async () => {
    const first = await read(at.engineer, INVENTORY, 'odd.csv', ODD);
    expect(first.status).toBe('mapping');
    const shown = await getMapping(at.engineer, first.id, new URLSearchParams());
    expect(shown?.columns[1]).toMatchObject({
      heading: 'What',
      samples: ['XTR telemetry receiver', 'XTR Telemetry-Receiver'],
    });

    expect(await saveMapping(at.engineer, first.id, formOf({ 'column.0': 'serial' }))).toMatchObject({
      errors: { '': [/names the model/] },
    });
    expect(await saveMapping(at.engineer, first.id, formOf(columns))).toMatchObject({
      errors: { 'dates.3': [/both ways/] },
    });
    const said = {
      ...columns,
      'dates.3': 'day_first',
      profile: 'Our old list',
      'column.77': 'serial',
      'column.2x': 'model',
    };
    expect(await saveMapping(at.engineer, first.id, formOf(said))).toMatchObject({ ok: true });
    const ready = await worked(at.engineer, first.id);
    expect(ready).toMatchObject({ status: 'ready', counts: { changed: 2, new: 1, refused: 1 } });
    expect((await page(at.engineer, first.id, 'show=changed')).rows.rows[0]?.differences).toEqual([
      { what: 'Location', before: 'Ward 7', after: 'Ward 9' },
      { what: 'Supplied on', before: 'nothing', after: '3 Apr 2024' },
    ]);

    const again = await read(at.engineer, INVENTORY, 'odd.csv', ODD);
    expect(again).toMatchObject({ status: 'ready', counts: { changed: 2, new: 1, refused: 1 } });
    expect((await getMapping(at.engineer, again.id, new URLSearchParams()))?.profiles).toMatchObject([
      { name: 'Our old list' },
    ]);
  }, 120_000);

  it('hands the refused rows out with their own headings and cells, and takes them mended', async () => {
    const { id } = await read(at.engineer, INVENTORY, 'odd.csv', ODD);
    const text = await (await refusedRows(at.engineer, id))?.text();
    expect(text?.split('\r\n')[0]).toBe(`Ident,What,From whom,Bought,Where,${WHY}`);
    expect(text).toMatch(/,XTR telemetry receiver,Spacelabs,,Ward 1,.*required/);
    expect(await refusedRows(elsewhere.engineer, id)).toBeNull();
    const mended = (text ?? '').replace('\r\n,XTR', '\r\nXTR-100,XTR');
    const next = await read(at.engineer, INVENTORY, 'mended.csv', mended);
    expect(next.status).toBe('mapping');
    await saveMapping(at.engineer, next.id, formOf(columns));
    expect(await worked(at.engineer, next.id)).toMatchObject({ status: 'ready', counts: { new: 1 } });
  }, 120_000);

  it('is nobody else’s', async () => {
    const { id } = await read(at.engineer, INVENTORY, 'odd.csv', ODD);
    expect(await getMapping(elsewhere.engineer, id, new URLSearchParams())).toBeNull();
    expect(await saveMapping(elsewhere.engineer, id, formOf(columns))).toBeNull();
  }, 60_000);
});

describe('what an inventory does with units that are there', () => {
  it('says nothing by an empty cell, finds by asset tag, and refuses the same unit twice', async () => {
    const lines = (rows: string[][]) =>
      table([['Serial Number', 'Manufacturer', 'Model', 'Asset Tag', 'Location', 'Notes'], ...rows]);
    const model = ['Spacelabs', 'XTR telemetry receiver'];
    const first = await read(
      at.engineer,
      INVENTORY,
      'tags.csv',
      lines([['XTR-3', ...model, 'T-3', 'Ward 5', "'=1+1"]]),
    );
    await applied(at.engineer, first.id);
    const second = await read(
      at.engineer,
      INVENTORY,
      'tags2.csv',
      lines([
        ['', ...model, 't-3', '', ''],
        ['XTR-3b', ...model, 'T-3', 'Ward 5', ''],
        ['XTR-4', ...model, 'T-4', 'Ward 1', ''],
        ['XTR-4', ...model, 'T-4', 'Ward 1', ''],
        ['XTR-4', ...model, 'T-4', 'Ward 2', ''],
        ['XTR-5', 'Spacelabs', 'No such model', '', '', ''],
        ['XTR-6', 'Nobody', 'XTR telemetry receiver', '', '', ''],
      ]),
    );
    const rows = (await page(at.engineer, second.id)).rows.rows;
    expect(rows.map(({ outcome, problems }) => problems[0]?.rule ?? outcome)).toEqual([
      'changed',
      'once in a file',
      'changed',
      'unchanged',
      'once in a file',
      'unknown model',
      'unknown model',
    ]);
    expect(rows[0]?.differences).toEqual([{ what: 'Asset tag', before: 'T-3', after: 't-3' }]);
  }, 120_000);

  it('leaves alone what somebody edited since, when it is undone, and lists it', async () => {
    const lines = table([
      ['Serial Number', 'Manufacturer', 'Model', 'Location', 'IP'],
      ['XTR-7', 'Spacelabs', 'XTR telemetry receiver', 'Ward 11', '10.0.0.7'],
      ['XTR-8', 'Spacelabs', 'XTR telemetry receiver', 'Ward 11', '10.0.0.8'],
      ['XTR-70', 'Spacelabs', 'XTR telemetry receiver', 'Ward 11', ''],
    ]);
    const { id } = await read(at.engineer, INVENTORY, 'edited.csv', lines);
    await applied(at.engineer, id);
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      await tx`update units set location = 'Ward 12', version = version + 1 where serial in ('XTR-7', 'XTR-70')`;
    });
    await act(at.engineer, id, { act: 'undo', reason: 'Wrong file' });
    expect(await worked(at.engineer, id)).toMatchObject({ status: 'undone', undone: { left: 2 } });
    const left = await page(at.engineer, id, 'show=left');
    expect(left.rows.rows.map(({ label, undoProblem }) => [label.split(',')[0], undoProblem !== ''])).toEqual([
      ['XTR-7', true],
      ['XTR-70', true],
    ]);
    const [unit] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${at.orgId}, true)`;
      return tx`select u.location, d.ip_address from units u left join connected_details d on d.unit_id = u.id where serial = 'XTR-8'`;
    });
    expect(unit).toEqual({ location: 'CCU', ip_address: '' });
  }, 120_000);
});

describe('names', () => {
  it('are compared as people write them', () => {
    expect(foldMaker('Phillips')).toBe(foldMaker('Philips Ltd.'));
    expect(foldMaker('General Electric (GE)')).toBe(foldMaker('GENERAL  ELECTRIC Co., Inc.'));
    expect(foldMaker('Dräger ')).toBe(foldMaker('drager'));
    expect(foldMaker('GE Healthcare')).not.toBe(foldMaker('Siemens Healthineers'));
    expect(foldName('XTR Telemetry-Receiver')).toBe(foldName(' xtr telemetry receiver'));
    expect([
      systemOf('Microsoft Windows 7 SP1'),
      systemOf('Win 10'),
      systemOf('PikeOS 4.2'),
      systemOf('Linux'),
    ]).toEqual([
      { osProduct: 'Windows', osRelease: '7 SP1' },
      { osProduct: 'Windows', osRelease: '10' },
      { osProduct: 'PikeOS', osRelease: '4.2' },
      { osProduct: 'Linux', osRelease: '' },
    ]);
  });
});

describe('days', () => {
  it('are read in one way only', () => {
    const both = ['2024-04-03', '2024/4/3', '20240403', '3.4.2024', '03 Apr 2024', '3rd April 2024', 'April 3, 2024'];
    expect(both.map((text) => dayOf(text, undefined))).toEqual(both.map(() => '2024-04-03'));
    expect(dayOf('03/04/2024', undefined)).toBeNull();
    expect(dayOf('03/04/2024', 'day_first')).toBe('2024-04-03');
    expect(dayOf('03/04/2024', 'month_first')).toBe('2024-03-04');
    expect(dayOf('13/04/2024', 'month_first')).toBe('2024-04-13');
    expect([dayOf('31.02.2024', undefined), dayOf('soon', 'day_first'), dayOf('0000-00-00', undefined)]).toEqual([
      null,
      null,
      null,
    ]);
    expect([
      orderOfColumn(['03/04/2024']),
      orderOfColumn(['03/04/2024', '13/04/2024']),
      orderOfColumn(['2024-01-01']),
    ]).toEqual(['ask', 'day_first', null]);
    expect(orderOfColumn(['13/04/2024', '04/13/2024'])).toBe('ask');
  });

  it('never guess: without an order a slashed date is read only where it has one meaning', () => {
    const part = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const text = `${a}/${b}/2024`;
        const possible = ordersOf(text) ?? [];
        expect(dayOf(text, undefined) !== null).toBe(possible.length === 1);
      }),
    );
  });
});
