/** Letters to 200 suppliers with what became of them: answered, silent, closed, paused; made where the database is. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Actor } from '../../app/guard/actor';
import { inOrganisation, inOrganisationAsAuthority } from '../../db/client.server';
import type { ConnectionOptions } from '../../db/connections.server';
import { organisations, users } from '../../db/schema/index.server';

export const SUPPLIERS = 200;
const QUESTIONS = 5;
const BATCH = 10_000;

/** An organisation with its suppliers and their models, and one person. */
export async function aHouse(): Promise<Actor> {
  const [orgId, userId] = [randomUUID(), randomUUID()];
  const organisation = { name: 'Measured Hospitals', country: 'GB', nation: 'england', isDemonstration: true };
  const person = { email: 'measure@hospital.example', name: 'M. Easure', role: 'engineer', jobTitle: '' } as const;
  await inOrganisationAsAuthority({ orgId, userId }, async (tx) => {
    await tx.insert(organisations).values({ id: orgId, ...organisation });
    await tx.insert(users).values({ orgId, id: userId, ...person });
  });
  const actor = { userId, orgId, ...person, organisation, requestId: 'bench', address: '127.0.0.1' };
  await inOrganisation(actor, async (tx) => {
    await tx.execute(sql`insert into suppliers (org_id, name)
      select ${orgId}, 'Maker ' || lpad(n::text, 3, '0') from generate_series(1, ${SUPPLIERS}) n`);
    await tx.execute(sql`insert into device_models (org_id, supplier_id, name, model_number, kind)
      select ${orgId}, id, 'Monitor of ' || name, 'M-' || n, 'patient monitor'
      from suppliers, generate_series(1, 5) n where org_id = ${orgId}`);
  });
  return actor;
}

/** Writes letters from number `from` to `to`; a third is silent, a tenth overdue, the rest answered, half of it closed. */
export async function write(actor: Actor, from: number, to: number, owner: ConnectionOptions): Promise<void> {
  for (let first = from; first <= to; first += BATCH) await batch(actor, first, Math.min(to, first + BATCH - 1));
  const client = postgres({ ...owner, max: 1, onnotice: () => undefined });
  for (const table of ['letters', 'letter_clocks', 'letter_questions', 'letter_models', 'replies', 'reply_answers'])
    await client`vacuum analyze ${client(table)}`;
  await client.end();
}

const batch = (actor: Actor, from: number, to: number): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const { orgId, userId } = actor;
    // The same rows for every statement: identifiers follow from the number.
    const made = sql`(select md5('letter ' || n)::uuid as id, md5('reply ' || n)::uuid as reply_id, n, s.id as supplier_id,
        s.name as supplier_name, now() - make_interval(days => (n::bigint * 7919 % 900)::integer + 2) as sent,
        case when n % 3 = 0 then 'sent' when n % 2 = 0 then 'answered' else 'closed' end as status,
        (n::bigint * 31 % 97)::integer as took
      from generate_series(${from}::integer, ${to}::integer) n
      join (select id, name, row_number() over (order by name) - 1 as at from suppliers where org_id = ${orgId}) s
        on s.at = n % ${SUPPLIERS}::integer) made`;
    await tx.execute(sql`insert into letters (org_id, id, reference, kind, status, supplier_id, supplier_name, subject,
        author_name, sent_at, answered_at, closed_at, questions_asked, questions_open, next_due, created_at)
      select ${orgId}, id, 'CM-2026-' || lpad(n::text, 6, '0') || '-L01', 'supplier-request-letter', status, supplier_id,
        supplier_name, 'Patch ' || n, 'M. Easure', sent, case when status <> 'sent' then sent + make_interval(days => took) end,
        case when status = 'closed' then sent + make_interval(days => took + 9) end, ${QUESTIONS},
        case when status = 'sent' then ${QUESTIONS} else 0 end,
        case when n % 10 = 0 and status = 'sent' then sent::date + 10 end, sent - interval '2 days' from ${made}`);
    await tx.execute(sql`insert into letter_versions (org_id, letter_id, number, model, authors, created_by_name)
      select ${orgId}, id, 1, '{}', array[${userId}::uuid], 'M. Easure' from ${made}`);
    await tx.execute(sql`insert into letter_models (org_id, letter_id, model_id, units)
      select ${orgId}, made.id, m.id, 3 + n % 40 from ${made}
      join device_models m on m.org_id = ${orgId} and m.supplier_id = made.supplier_id and m.model_number = 'M-' || 1 + n % 5`);
    await tx.execute(sql`insert into letter_clocks (org_id, letter_id, stage, starts_on, days, unit, calendar, first_due, due_on, origin, met_at)
      select ${orgId}, id, stage, sent::date, 10, 'working', 'GB-ENG', sent::date + due, sent::date + due, 'bench',
        case when status <> 'sent' and stage <> 'fix' then sent + make_interval(days => took) end
      from ${made}, (values ('acknowledge', 5), ('position', 14), ('fix', 60)) clock (stage, due)`);
    await tx.execute(sql`insert into letter_questions (org_id, letter_id, version_number, number, key, text, choices, cves, deciding)
      select ${orgId}, id, 1, q, 'fact:' || q, 'Question ' || q, '[{"id":"yes","label":"Yes"}]',
        array['CVE-2026-' || 1000 + n % 500], true from ${made}, generate_series(1, ${QUESTIONS}) q`);
    await tx.execute(sql`insert into replies (org_id, id, letter_id, version_number, channel, responder_name)
      select ${orgId}, reply_id, id, 1, 'link', 'I. Bauer' from ${made} where status <> 'sent'`);
    await tx.execute(sql`insert into reply_answers (org_id, reply_id, number, choice)
      select ${orgId}, reply_id, q, 'yes' from ${made}, generate_series(1, ${QUESTIONS}) q where status <> 'sent'`);
    await tx.execute(sql`update replies r set status = 'received', received_at = now()
      from ${made} where r.org_id = ${orgId} and r.id = made.reply_id`);
    await tx.execute(sql`insert into clock_pauses (org_id, letter_id, from_on, to_on, reason)
      select ${orgId}, id, sent::date + 3, sent::date + 9, 'agreed' from ${made} where n % 20 = 0`);
  });
