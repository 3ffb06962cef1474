import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './testing';

const APPLICATION = 'to be cut off';
const PLACES = 4;

/** Ends every connection of the application from the server's side, as a killed database would. */
async function cutOff(owner: Sql): Promise<void> {
  await owner`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ${APPLICATION}`;
}

describe('connections lost in the middle of transactions', () => {
  const database = testDatabase();

  it('end their transactions and nothing else: the process lives, and the pool serves again', async () => {
    const sql = postgres({
      ...database.connections.owner,
      max: PLACES,
      connection: { application_name: APPLICATION },
    });
    await sql`create table written (id int)`;
    for (let round = 0; round < 5; round++) {
      let begun = 0;
      const work = Array.from({ length: 3 * PLACES }, (_, id) =>
        sql.begin(async (tx) => {
          await tx`insert into written values (${round * 100 + id})`;
          begun += 1;
          // Some are cut off between two statements, some within one, some while they still write it.
          await sleep(Math.random() * 15);
          await tx`select ${'x'.repeat(id % 2 ? 5 : 3000)}::text, pg_sleep(${(id < PLACES ? 0.5 : 0.01) * (id % 3)})`;
        }),
      );
      const over = Promise.allSettled(work);
      while (begun < PLACES) await sleep(1);
      await cutOff(database.owner);
      const results = await over;
      expect(results.some((result) => result.status === 'rejected')).toBe(true);
      // An idle connection hears that it was cut off with whatever arrives next.
      await database.owner`select 1`;
      await sleep(10);
      // All places of the pool work, at the same time, and none is inside somebody's old transaction.
      const states = await Promise.all(
        Array.from({ length: PLACES }, () =>
          sql.begin(async (tx) => {
            await sleep(20);
            return tx`select pg_current_xact_id_if_assigned() is null as untouched`;
          }),
        ),
      );
      expect(states.flat().map((row) => row.untouched)).toEqual(Array(PLACES).fill(true));
    }
    await sql.end();
  });
});
