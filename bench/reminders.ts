/**
 * Each reminder leaves once: letters whose date is late, two worker processes, one killed with SIGKILL at a moment nobody
 * chose and started again; counted at a real mail server. `npm run bench reminders [--letters 1000]`
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { organisationsWithChains } from '../app/audit/verify.server';
import { approveLetter } from '../app/features/letters/approve-letter.server';
import { draftLetter } from '../app/features/letters/draft-letter.server';
import { issueLetter } from '../app/features/letters/issue-letter.server';
import type { Actor } from '../app/guard/actor';
import { closeDatabase } from '../db/client.server';
import { migrate } from '../db/migrate.server';
import { openDatabase } from '../db/open.server';
import { projectRoot } from '../db/project-root';
import { seedWhenEmpty } from '../db/seed/index.server';
import { stopRendering } from '../documents/render.server';
import { countingPostOffice } from './reminders/counting-post-office';
import { copyAsDue } from './reminders/due-letters';
import { remindOnce } from './reminders/round';

const { values } = parseArgs({ options: { letters: { type: 'string', default: '1000' } } });
const letters = Number(values.letters);

const folder = mkdtempSync(join(tmpdir(), 'changemark-reminders-'));
process.env.CHANGEMARK_DATA = folder;
process.env.CHANGEMARK_SECRET = 'a secret for a measurement that ends with it';
const database = await openDatabase();
const sql = postgres({ ...database.connections.owner, max: 2, onnotice: () => undefined });
const post = await countingPostOffice();

interface Found {
  org: string;
  change: string;
  contact: string;
}

/** A change of the demonstration whose supplier has a contact with an address. */
async function somewhere(): Promise<Found> {
  for (const { id } of await organisationsWithChains()) {
    const [found] = await sql.begin(async (tx) => {
      await tx`select set_config('app.org_id', ${id}, true)`;
      return tx<Found[]>`
        select ${id} as org, c.id as change, s.id as contact from changes c
        join device_models m on m.org_id = c.org_id and m.id = c.model_id
        join supplier_contacts s on s.org_id = m.org_id and s.supplier_id = m.supplier_id
        where c.status <> 'draft' and s.email <> '' and s.retired_at is null limit 1`;
    });
    if (found) return found;
  }
  throw new Error('The demonstration has no change whose supplier can be written to.');
}

async function person(orgId: string, role: Actor['role']): Promise<Actor> {
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    return tx`select u.id, u.name, u.email, u.job_title, o.name as organisation, o.country, o.nation
      from users u join organisations o on o.id = u.org_id where u.role = ${role} and u.active limit 1`;
  });
  return {
    ...{ userId: row?.id, orgId, role, name: row?.name, email: row?.email, jobTitle: row?.job_title },
    organisation: { name: row?.organisation, isDemonstration: true, country: row?.country, nation: row?.nation },
    ...{ requestId: 'bench', address: '127.0.0.1' },
  };
}

async function issued(): Promise<{ orgId: string; letterId: string }> {
  const { org: orgId, change, contact } = await somewhere();
  const drafted = await draftLetter(await person(orgId, 'engineer'), change, { contact, reply_by: null });
  if (!drafted?.ok) throw new Error(JSON.stringify(drafted));
  const wish = { number: 1, revision: 1 };
  const approved = await approveLetter(await person(orgId, 'regulatory_affairs'), drafted.id, wish);
  if (!approved?.ok) throw new Error(JSON.stringify(approved));
  await issueLetter({ orgId, letterId: drafted.id, number: 1 });
  return { orgId, letterId: drafted.id };
}

let failed = true;
try {
  await migrate(database.connections.owner);
  await seedWhenEmpty();
  const { orgId, letterId } = await issued();
  await copyAsDue(sql, orgId, letterId, letters);
  const end = await remindOnce({
    ...{ sql, orgId, post, letters, within: 30 * 60_000, say: console.log },
    env: { CHANGEMARK_SOCKET: process.env.CHANGEMARK_SOCKET, CHANGEMARK_SECRET: process.env.CHANGEMARK_SECRET },
  });
  const more = [...post.arrived.values()].filter((times) => times > 1).length;
  const result = {
    letters,
    killed_after: end.killedAfter,
    seconds: Number(end.seconds.toFixed(1)),
    arrived: post.total(),
    arrived_more_than_once: more,
    sent: end.progress.states.sent ?? 0,
    unsure: end.unsure.length,
    unsure_that_arrived: end.unsure.filter(({ arrived }) => arrived === 1).length,
    letters_reminded_twice: end.progress.most > 1 ? 'some' : 0,
    sent_but_not_arrived_once: end.wrong.length,
  };
  console.table([result]);
  for (const { reference, arrived } of end.unsure) console.log(`not sure: ${reference}, arrived ${arrived} times`);
  failed = more > 0 || end.wrong.length > 0 || end.progress.most > 1 || end.progress.reminders !== letters;
  mkdirSync(join(projectRoot(), 'build', 'bench'), { recursive: true });
  writeFileSync(
    join(projectRoot(), 'build', 'bench', 'reminders.json'),
    `${JSON.stringify({ ...result, failed }, null, 2)}\n`,
  );
} finally {
  await stopRendering();
  await sql.end();
  await closeDatabase();
  await post.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
