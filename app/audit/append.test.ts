import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrganisation } from '../../db/client.server';
import { testDatabase } from '../../db/testing';
import { record } from './append.server';
import { actor, append, event, ORG, organisation } from './testing';
import { verifyAllChains, verifyChain } from './verify.server';

describe('the audit chain', () => {
  const database = testDatabase(organisation);

  it('verifies when empty, and the system chain with it', async () => {
    const reports = await verifyAllChains();
    expect(reports).toHaveLength(2);
    expect(reports.every((report) => report.ok && report.events === 0)).toBe(true);
  });

  it('does not fork when 40 writers append at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => append(1, n)));
    const report = await verifyChain(ORG, 'Northbridge');
    expect(report).toMatchObject({ ok: true, events: 40 });
  });

  it('records several events of one act as links of their own', async () => {
    await append(3);
    expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: true, events: 43 });
  });

  it('keeps nothing of an act that was rolled back', async () => {
    const broken = inOrganisation(actor, async (tx) => {
      await record(tx, actor, event('never happened'));
      throw new Error('the act failed');
    });
    await expect(broken).rejects.toThrow('the act failed');
    expect(await verifyChain(ORG, 'Northbridge')).toMatchObject({ ok: true, events: 43 });
  });

  it('holds whatever was typed: any text, NUL, halves of surrogate pairs, very long', async () => {
    const anything = fc.string({ unit: 'binary', maxLength: 40 });
    const detail = fc.dictionary(
      anything,
      fc.oneof(anything, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
    );
    await fc.assert(
      fc.asyncProperty(anything, detail, async (ref, more) => {
        await inOrganisation(actor, (tx) => record(tx, actor, event(ref, more)));
      }),
      { numRuns: 60 },
    );
    await inOrganisation(actor, (tx) =>
      record(tx, actor, event('\u0000\ud800 \\u0000 ż'.repeat(20_000), { '\udc00': '\u0000' })),
    );
    const report = await verifyChain(ORG, 'Northbridge');
    expect(report).toMatchObject({ ok: true, fault: null });
    expect(await verifyChain(ORG, 'Northbridge')).toEqual(report);
  });

  it('shows an organisation nothing of another one’s chain', async () => {
    const rows = await inOrganisation({ orgId: '01900000-0000-7000-8000-00000000000f', userId: null }, (tx) =>
      tx.execute(sql`select 1 from audit_events`),
    );
    expect(rows).toHaveLength(0);
  });

  describe('refuses, to every role, also where no row matches [11.10(e)] [ASVS 16.4.2]', () => {
    const statements = [
      `update audit_events set reason = 'x' where false`,
      `update audit_events set reason = 'x'`,
      'delete from audit_events where false',
      'delete from audit_events',
      'truncate audit_events',
      'delete from audit_heads where false',
      'truncate audit_heads',
      'update audit_heads set seq = seq - 1',
      'update audit_heads set seq = seq + 1',
      `update audit_heads set hash = repeat('a', 64)`,
    ];
    for (const role of ['app', 'auth', 'owner'] as const) {
      it.each(statements)(`${role}: %s`, async (statement) => {
        const refused = database[role].begin(async (tx) => {
          await tx`select set_config('app.org_id', ${ORG}, true)`;
          await tx.unsafe(statement);
        });
        await expect(refused).rejects.toMatchObject({ code: '42501' });
      });
    }

    it('app: an event that does not follow the last one', async () => {
      const forged = database.app.begin(async (tx) => {
        await tx`select set_config('app.org_id', ${ORG}, true)`;
        await tx`
          insert into audit_events (org_id, seq, at, actor_name, actor_role, action, object_type, detail, previous_hash, hash)
          values (${ORG}, 100000, 'now', 'x', 'x', 'x', 'x', '{}', ${'b'.repeat(64)}, ${'c'.repeat(64)})`;
      });
      await expect(forged).rejects.toMatchObject({ code: '42501' });
    });
  });
});
