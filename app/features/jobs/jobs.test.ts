import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOrganisation } from '../../../db/client.server';
import { ensureQueues, PG_BOSS_SCHEMA, QUEUES } from '../../../db/job-queues.server';
import { testDatabase } from '../../../db/testing';
import { type House, house } from '../changes/testing';
import { enqueue } from './enqueue.server';

const database = testDatabase();
let at: House;
beforeAll(async () => {
  at = await house(database);
});

const jobs = () =>
  database.owner`select name, data, state, retry_limit, dead_letter from pgboss.job order by created_on`;

describe('the queues in the database', () => {
  it('are those of the pg-boss that is installed', () => {
    const { schema } = createRequire(import.meta.url)('pg-boss/version.json');
    expect(PG_BOSS_SCHEMA).toBe(schema);
  });

  it('are made while migrating, once', async () => {
    const rows = await database.owner`select name from pgboss.queue`;
    expect(rows.map(({ name }) => name).sort()).toEqual(QUEUES.map(({ name }) => name as string).sort());
    expect(await ensureQueues(database.owner)).toBe(false);
    await database.owner`comment on schema pgboss is 'older'`;
    expect(await ensureQueues(database.owner)).toBe(true);
    expect(await database.owner`select name from pgboss.queue`).toHaveLength(QUEUES.length);
  });

  it.each([
    'create table pgboss.mine (id int)',
    'alter table pgboss.job add column mine text',
    'drop table pgboss.job',
    'truncate pgboss.job',
    "select pgboss.create_queue('mine', '{}'::json)",
    "select pgboss.delete_queue('mail.send')",
    "insert into pgboss.queue (name) values ('mine')",
    "update pgboss.schedule set cron = '0 0 1 1 *'",
    'update pgboss.version set version = 1',
  ])('refuse the application %s', async (statement) => {
    await expect(database.app.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a job', () => {
  it('exists when the transaction that asked for it commits', async () => {
    await inOrganisation(at.engineer, (tx) => enqueue(tx, 'mail.send', { orgId: at.orgId, messageId: at.modelId }));
    expect(await jobs()).toEqual([
      {
        ...{ name: 'mail.send', data: { orgId: at.orgId, messageId: at.modelId } },
        ...{ state: 'created', retry_limit: 4, dead_letter: 'dead' },
      },
    ]);
  });

  it('does not when it is rolled back', async () => {
    const before = (await jobs()).length;
    const undo = inOrganisation(at.engineer, async (tx) => {
      await enqueue(tx, 'letter.issue', { orgId: at.orgId, letterId: at.modelId, number: 1 });
      throw new Error('undo');
    });
    await expect(undo).rejects.toThrow('undo');
    expect(await jobs()).toHaveLength(before);
  });

  it('waits until its moment', async () => {
    const startAfter = new Date('2027-03-01T09:00:00Z');
    await inOrganisation(at.engineer, (tx) =>
      enqueue(tx, 'mail.send', { orgId: at.orgId, messageId: at.supplierId }, { startAfter }),
    );
    const [row] = await database.owner`select start_after from pgboss.job where data->>'messageId' = ${at.supplierId}`;
    expect(row?.start_after).toEqual(startAfter);
  });

  it('of the tick waits once, however often it is asked for', async () => {
    await inOrganisation(at.engineer, async (tx) => {
      await enqueue(tx, 'clocks.tick', {});
      await enqueue(tx, 'clocks.tick', {});
    });
    expect((await jobs()).filter(({ name }) => name === 'clocks.tick')).toHaveLength(1);
  });
});
