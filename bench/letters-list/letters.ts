/** Letters for a measurement: many of every state and kind, some e-mails among them that nobody is sure of. */
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { LETTER_KINDS } from '../../app/features/letters/letter-kinds';
import { LETTER_STATUSES } from '../../app/features/letters/letter-status';
import type { Actor } from '../../app/guard/actor';
import { inOrganisation } from '../../db/client.server';
import type { ConnectionOptions } from '../../db/connections.server';

const list = (texts: readonly string[]) =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

/** Adds letters from number `from` up to `to`, half an hour apart, and brings statistics up to date. */
export async function growLetters(actor: Actor, from: number, to: number, owner: ConnectionOptions): Promise<void> {
  await inOrganisation(actor, async (tx) => {
    await tx.execute(sql`
      insert into letters (org_id, reference, kind, status, supplier_id, supplier_name, recipient_name, recipient_email,
        subject, severity, author_name, questions_asked, questions_open, next_due, created_at)
      select ${actor.orgId}, 'CM-2020-' || lpad(n::text, 6, '0') || '-L01',
        (${list(LETTER_KINDS)})[1 + n % ${LETTER_KINDS.length}::int],
        (${list(LETTER_STATUSES)})[1 + n % ${LETTER_STATUSES.length}::int],
        s.id, s.name, 'Desk', 'desk@maker.example', 'Install the roll-up on patient monitor ' || n % 60 || ': 12 units',
        case when n % 997 = 0 then 'exploited' else 'not_rated' end, 'M. Easure', 16, n % 17,
        case when n % 3 = 0 then current_date - 100 + n % 400 end, now() - n * interval '30 minutes'
      from generate_series(${from}::integer, ${to}::integer) n
      cross join (select id, name from suppliers where org_id = ${actor.orgId} limit 1) s`);
    await tx.execute(sql`
      insert into mail_messages (org_id, letter_id, purpose, once_key, to_address, subject, body, message_header, status,
        created_by_name)
      select l.org_id, l.id, 'letter', l.reference, 'desk@maker.example', 's', 'b', l.reference,
        case when right(l.reference, 7) = '777-L01' then 'unsure' else 'sent' end, 'M. Easure'
      from letters l where l.org_id = ${actor.orgId} and l.status in ('sent', 'delivered')
      on conflict do nothing`);
  });
  const client = postgres({ ...owner, max: 1, onnotice: () => undefined });
  await client`vacuum analyze letters`;
  await client`vacuum analyze mail_messages`;
  await client.end();
}
