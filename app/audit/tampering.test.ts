import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../db/testing';
import { append, behindTheGuards, ORG, organisation } from './testing';
import { verifyChain } from './verify.server';

describe('tampering behind the guards is named', () => {
  const database = testDatabase(organisation);
  const columns: Record<string, string> = {
    org_id: `'00000000-0000-0000-0000-000000000000'`,
    seq: '999',
    at: `'2020-01-01T00:00:00.000Z'`,
    actor_id: 'uuidv7()',
    actor_name: `'Somebody else'`,
    actor_role: `'engineer'`,
    action: `'model.created'`,
    object_type: `'unit'`,
    object_id: `'x'`,
    object_ref: `'x'`,
    detail: `'{"was": "other"}'`,
    reason: `'because'`,
    request_id: `'x'`,
    address: `'10.0.0.1'`,
    previous_hash: `repeat('d', 64)`,
    hash: `repeat('e', 64)`,
  };

  const undo = async (change: string, back: string, check: () => Promise<void>) => {
    await behindTheGuards(database, change);
    await check();
    await behindTheGuards(database, back);
    expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: true });
  };

  it('begins with a chain that holds', async () => {
    await append(12);
    expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: true, events: 12 });
    await database.owner`create table kept as select * from audit_events`;
    await behindTheGuards(database, 'insert into kept select * from audit_events');
  });

  it('knows every column of the table', async () => {
    const rows = await database.owner`
      select column_name as name from information_schema.columns where table_name = 'audit_events'`;
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(columns).sort());
  });

  it.each(Object.keys(columns))('altering %s', async (column) => {
    const gone = column === 'seq' || column === 'org_id';
    await undo(
      `update audit_events set ${column} = ${columns[column]} where org_id = '${ORG}' and seq = 7`,
      `delete from audit_events where seq in (7, 999); insert into audit_events select * from kept where seq = 7`,
      async () => {
        const report = await verifyChain(ORG, 'Northbridge');
        expect(report).toMatchObject({ ok: false, brokenAt: 7 });
        expect(report.fault).toContain(gone ? 'event 7 is missing' : 'event 7');
      },
    );
  });

  it.each([1, 5, 11])('deleting event %i', async (seq) => {
    await undo(
      `delete from audit_events where seq = ${seq}`,
      `insert into audit_events select * from kept where seq = ${seq}`,
      async () => {
        const report = await verifyChain(ORG, 'Northbridge');
        expect(report).toMatchObject({
          ok: false,
          brokenAt: seq,
          fault: `event ${seq} is missing: the next one is ${seq + 1}`,
        });
      },
    );
  });

  it('swapping two events', async () => {
    const swap = `update audit_events set seq = -4 where seq = 4; update audit_events set seq = 4 where seq = 5;
      update audit_events set seq = 5 where seq = -4`;
    await undo(swap, swap, async () => {
      expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: false, brokenAt: 4 });
    });
  });

  it('altering an event and making its own hash anew', async () => {
    await undo(
      `update audit_events set hash = encode(sha256('x'), 'hex') where seq = 9`,
      'delete from audit_events where seq = 9; insert into audit_events select * from kept where seq = 9',
      async () => expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: false, brokenAt: 9 }),
    );
  });

  it('cutting off the last events', async () => {
    await undo(
      'delete from audit_events where seq > 9',
      'insert into audit_events select * from kept where seq > 9',
      async () => {
        const report = await verifyChain(ORG, 'Northbridge');
        expect(report).toMatchObject({ ok: false, brokenAt: 10 });
        expect(report.fault).toBe('events from 10 on are missing: the head says 12');
      },
    );
  });

  it('moving the head back', async () => {
    await undo('update audit_heads set seq = 10', 'update audit_heads set seq = 12', async () => {
      expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: false, brokenAt: 11 });
    });
  });

  it('emptying the whole table', async () => {
    await undo('truncate audit_events', 'insert into audit_events select * from kept', async () => {
      expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: false, brokenAt: 1 });
    });
  });
});
