/** Jobs whose worker died are worked off by another one soon, not when their time is over. */
import type PgBoss from 'pg-boss';
import { workerGoneText } from './worker-life.server';

interface Lost {
  name: string;
  ids: string[];
}

/** @returns how many jobs were given back (or, after their last attempt, failed) */
export async function giveBackLost(boss: PgBoss): Promise<number> {
  const { rows } = await boss.getDb().executeSql(
    `select name, array_agg(id) as ids from pgboss.job
     where state = 'active' and name not like '\\_\\_pgboss%'
       and (
         (output->>'worker' is not null and ${workerGoneText("output->>'worker'")})
         -- Its worker died between taking it and saying so.
         or (output->>'worker' is null and started_on < now() - interval '30 seconds'))
     group by name`,
    [],
  );
  let given = 0;
  for (const { name, ids } of rows as Lost[]) {
    for (const id of ids) await boss.fail(name, id, new Error('The process that worked on it ended.'));
    given += ids.length;
  }
  return given;
}
