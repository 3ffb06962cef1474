import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { actOnImport } from './act-on-import.server';
import { act, applied, inventory, page, read, undone, worked } from './testing';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});
afterAll(() => closeDatabase());

const units = (orgId: string) =>
  database.owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    return tx<{ serial: string; location: string; retired: boolean; model: string; version: number }[]>`
      select serial, location, u.retired_at is not null as retired, m.name as model, u.version
      from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
      where u.org_id = ${orgId} order by m.name, serial`;
  });

const BRAUN = (rows: number) => inventory(rows);

describe('an inventory of units that are not there yet', () => {
  it('is refused row by row until somebody allows models to be added, and then applied once', async () => {
    const first = await read(at.engineer, { purpose: 'inventory' }, 'cmms.csv', BRAUN(20));
    expect(first).toMatchObject({ status: 'ready', counts: { refused: 20 } });
    expect(first.rows.rows[0]?.problems[0]).toMatchObject({ rule: 'unknown model' });

    await act(at.engineer, first.id, { act: 'allow', mayCreate: 'yes' });
    const allowed = await worked(at.engineer, first.id);
    expect(allowed).toMatchObject({ status: 'ready', counts: { new: 20 } });

    const done = await applied(at.engineer, first.id);
    expect(done).toMatchObject({ status: 'applied', counts: { new: 20 } });
    const there = (await units(at.orgId)).filter(({ model }) => /Space/.test(model));
    expect(there).toHaveLength(20);
    expect(new Set(there.map(({ model }) => model))).toEqual(new Set(['Infusomat Space', 'Perfusor Space']));

    const again = await read(at.engineer, { purpose: 'inventory' }, 'cmms.csv', BRAUN(20));
    expect(again).toMatchObject({ status: 'ready', counts: { unchanged: 20 }, sameAs: { id: first.id } });
    expect(await actOnImport(at.engineer, again.id, { act: 'apply' })).toMatchObject({ ok: false });

    const back = await undone(at.engineer, first.id);
    expect(back).toMatchObject({ status: 'undone', undone: { left: 0 } });
    expect((await units(at.orgId)).filter(({ model, retired }) => /Space/.test(model) && !retired)).toHaveLength(0);

    await act(at.engineer, first.id, { act: 'allow', mayCreate: 'yes' });
    expect(await worked(at.engineer, first.id)).toMatchObject({ status: 'ready', counts: { changed: 20 } });
    expect(await applied(at.engineer, first.id)).toMatchObject({ status: 'applied' });
    expect((await units(at.orgId)).filter(({ model, retired }) => /Space/.test(model) && !retired)).toHaveLength(20);
    expect((await page(at.engineer, first.id)).rows.rows).toHaveLength(20);
  });
});
