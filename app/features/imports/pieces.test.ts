/** An import that is killed, again and again, ends like one that was not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../db/client.server';
import { type TestDatabase, testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { actOnImport } from './act-on-import.server';
import { Interrupted, runImport } from './run-import.server';
import { act, applied, brought, inventory, page, read, undone, worked } from './testing';

const database = testDatabase();
let undisturbed: House;
let killed: House;
beforeAll(async () => {
  undisturbed = await house(database, 'Northbridge');
  killed = await house(database, 'Southfield');
});
afterAll(() => closeDatabase());

const ROWS = 2500;
const FILE = inventory(
  ROWS,
  (n): Record<string, string> => (n % 11 === 0 ? { 'Serial Number': '', 'Asset Tag': '' } : {}),
);

/** Everything an import writes, without ids and moments. */
const whole = ({ owner }: TestDatabase, orgId: string) =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    const units = await tx`
      select s.name as maker, m.name as model, u.serial, u.asset_tag, u.location, u.installed_version, u.version,
        u.retired_at is not null as retired, d.ip_address
      from units u join device_models m on m.org_id = u.org_id and m.id = u.model_id
      join suppliers s on s.org_id = m.org_id and s.id = m.supplier_id
      left join connected_details d on d.org_id = u.org_id and d.unit_id = u.id
      where u.org_id = ${orgId} order by 1, 2, 3`;
    const facts = await tx`
      select f.field, f.value, f.superseded_at is not null as over, count(*)::int as n from register_facts f
      where f.org_id = ${orgId} group by 1, 2, 3 order by 1, 2, 3`;
    const events = await tx`
      select action, count(*)::int as n from audit_events
      where org_id = ${orgId} and action in ('import.applied', 'import.undone', 'supplier.created', 'model.created')
      group by 1 order by 1`;
    return JSON.stringify({ units, facts, events });
  });

/** Runs an import, stopping it after one piece, then two, until it is through. @returns how often it was stopped */
async function runKilled(orgId: string, importId: string): Promise<number> {
  let stopped = 0;
  for (let allowed = 0; ; allowed = 1 - allowed) {
    let pieces = 0;
    try {
      await runImport(
        { orgId, importId },
        {
          afterPiece: () => {
            pieces += 1;
            if (pieces > allowed) throw new Interrupted();
          },
        },
      );
      return stopped;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      stopped += 1;
    }
  }
}

describe('an import that is killed between its pieces', () => {
  it('ends like an undisturbed one, also when it is undone', async () => {
    const ready = async (at: House) => {
      const { id } = await read(at.engineer, { purpose: 'inventory' }, 'cmms.csv', FILE);
      await act(at.engineer, id, { act: 'allow', mayCreate: 'yes' });
      expect((await worked(at.engineer, id)).status).toBe('ready');
      return id;
    };
    const [one, other] = [await ready(undisturbed), await ready(killed)];
    await applied(undisturbed.engineer, one);
    await act(killed.engineer, other, { act: 'apply' });
    expect(await runKilled(killed.orgId, other)).toBeGreaterThan(3);
    expect((await page(killed.engineer, other)).status).toBe('applied');
    expect(await whole(database, killed.orgId)).toBe(await whole(database, undisturbed.orgId));

    await undone(undisturbed.engineer, one);
    await act(killed.engineer, other, { act: 'undo', reason: 'It was the wrong file' });
    expect(await runKilled(killed.orgId, other)).toBeGreaterThan(3);
    expect(await whole(database, killed.orgId)).toBe(await whole(database, undisturbed.orgId));
  }, 120_000);

  it('is applied once, however many press the button and however many work on it', async () => {
    const { engineer, regulatory, orgId } = undisturbed;
    const { id } = await read(engineer, { purpose: 'inventory' }, 'again.csv', inventory(900));
    await act(engineer, id, { act: 'allow', mayCreate: 'yes', mayRestore: 'yes' });
    expect((await worked(engineer, id)).counts).toMatchObject({ new: 81, changed: 819 });
    const pressed = await Promise.all([
      actOnImport(engineer, id, { act: 'apply' }),
      actOnImport(regulatory, id, { act: 'apply' }),
    ]);
    expect(pressed.filter((one) => one?.ok)).toHaveLength(1);
    expect(pressed.find((one) => one && !one.ok)).toMatchObject({ errors: { '': [/already, by/] } });
    await Promise.all([1, 2, 3].map(() => runImport({ orgId, importId: id })));
    expect((await page(engineer, id)).status).toBe('applied');
    const [counted] = await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${orgId}, true)`;
      return tx`select count(*)::int as n from audit_events
        where org_id = ${orgId} and action = 'import.applied' and object_id = ${id}`;
    });
    expect(counted?.n).toBe(1);
  }, 120_000);

  it('is read anew when reading was killed, and not at all once it is called off', async () => {
    const { engineer, orgId } = undisturbed;
    const id = await brought(engineer, { purpose: 'inventory' }, 'half.csv', inventory(700));
    await database.owner.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${orgId}, true)`;
      await tx`update imports set status = 'reading' where id = ${id}`;
      await tx`insert into import_rows (org_id, import_id, n, place, kind, outcome, value)
        select ${orgId}, ${id}, n, 'left behind', 'row', 'new', '{}' from generate_series(1, 900) n`;
    });
    expect((await worked(engineer, id)).counts).toEqual({ unchanged: 700 });

    const other = await brought(engineer, { purpose: 'inventory' }, 'off.csv', inventory(5));
    await act(engineer, other, { act: 'cancel' });
    expect(await worked(engineer, other)).toMatchObject({ status: 'cancelled', rows: { rows: [] } });
    expect(await actOnImport(engineer, other, { act: 'apply' })).toMatchObject({ ok: false });
  }, 120_000);
});
