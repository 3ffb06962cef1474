/** What the tests of the trail share: an organisation, events, and the hand that reaches behind the guards. */
import { inOrganisation } from '../../db/client.server';
import type { TestDatabase } from '../../db/testing';
import { record } from './append.server';
import type { AuditEvent } from './events';

export const ORG = '01900000-0000-7000-8000-000000000001';
export const actor = {
  orgId: ORG,
  userId: null,
  name: 'Amara Osei',
  role: 'auditor',
  requestId: 'r1',
  address: '127.0.0.1',
};
export const event = (ref: string, detail: AuditEvent['detail'] = {}): AuditEvent => ({
  action: 'model.changed',
  object: { type: 'model', id: null, ref },
  detail,
});

export const organisation = ({ owner }: TestDatabase) =>
  owner.begin(async (tx) => {
    await tx`alter table organisations no force row level security`;
    await tx`insert into organisations (id, name, country) values (${ORG}, 'Northbridge', 'GB')`;
    await tx`alter table organisations force row level security`;
  });

/** What only somebody with the owner's rights and ill intent can do: all guards off, then on again. */
export const behindTheGuards = (database: TestDatabase, statement: string) =>
  database.owner.begin(async (tx) => {
    for (const table of ['audit_events', 'audit_heads']) {
      await tx.unsafe(`alter table ${table} disable trigger user`);
      await tx.unsafe(`alter table ${table} no force row level security`);
    }
    await tx.unsafe(statement);
    for (const table of ['audit_events', 'audit_heads']) {
      await tx.unsafe(`alter table ${table} enable trigger user`);
      await tx.unsafe(`alter table ${table} force row level security`);
    }
  });

export const append = (count: number, from = 1) =>
  inOrganisation(actor, (tx) => record(tx, actor, ...Array.from({ length: count }, (_, n) => event(`E${from + n}`))));
