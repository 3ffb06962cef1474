/** Many letters that wait, each with a reminder that is due now: copies of one that was issued. */
import type { Sql } from 'postgres';

/**
 * Copies an issued letter `count` times as sent thirty days ago, with an acknowledgement that is late by now.
 * @param sql the owner's connection
 */
export const copyAsDue = (sql: Sql, orgId: string, letterId: string, count: number) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    await tx`
      create temporary table copies on commit drop as
      select uuidv7() as id, n from generate_series(1, ${count}) as n`;
    await tx`
      insert into letters (org_id, id, reference, kind, status, change_id, supplier_id, contact_id, supplier_name,
        recipient_name, recipient_email, subject, severity, current_number, author_name, sent_at, questions_asked,
        questions_open, next_due, created_at, created_by)
      select org_id, copies.id, 'CM-2025-' || lpad((900000 + copies.n)::text, 6, '0') || '-L00', kind, 'sent', change_id,
        supplier_id, contact_id, supplier_name, recipient_name, recipient_email, subject, severity, current_number,
        author_name, now() - interval '30 days', questions_asked, questions_open, current_date - 10,
        now() - interval '31 days', created_by
      from letters, copies where letters.id = ${letterId}`;
    await tx`
      insert into letter_versions (org_id, letter_id, number, status, model, form, template_number, authors,
        created_by, created_by_name, approved_at, approved_by, approved_by_name, approved_sha256, issued_at, pages,
        sha256, bytes)
      select org_id, copies.id, number, status, model, form, template_number, authors, created_by, created_by_name,
        approved_at, approved_by, approved_by_name, approved_sha256, issued_at, pages, sha256, bytes
      from letter_versions, copies where letter_id = ${letterId}`;
    for (const part of [
      'letter_changes (org_id, letter_id, change_id, assessment_id)',
      'letter_models (org_id, letter_id, model_id, units)',
    ]) {
      const [table, columns = ''] = part.split(' (');
      const kept = columns.replace('letter_id', 'copies.id');
      await tx.unsafe(
        `insert into ${part} select ${kept.slice(0, -1)} from ${table}, copies where letter_id = '${letterId}'`,
      );
    }
    await tx`
      insert into letter_clocks (org_id, letter_id, stage, starts_on, days, unit, calendar, first_due, due_on, origin)
      select ${orgId}, id, 'acknowledge', current_date - 30, 10, 'working', 'GB-ENG', current_date - 10,
        current_date - 10, 'for a measurement' from copies`;
    await tx`
      insert into ladder_steps (org_id, letter_id, stage, step, kind, planned_on, planned_at)
      select ${orgId}, id, 'acknowledge', 'reminder ' || step, 'reminder', current_date - 10 + step,
        now() - interval '1 hour' * (20 - step)
      from copies, unnest(array[-3, 1]) as step`;
  });

/** How far the reminders of those letters are, counted in the database. */
export async function progress(sql: Sql, orgId: string) {
  return sql.begin(async (tx) => {
    await tx`select set_config('app.org_id', ${orgId}, true)`;
    const states = await tx<{ status: string; n: number }[]>`
      select status, count(*)::integer as n from mail_messages where purpose = 'reminder' group by status`;
    const [row] = await tx<{ letters: number; reminders: number; most: number; planned: number }[]>`
      select count(*)::integer as letters, coalesce(sum(n), 0)::integer as reminders, coalesce(max(n), 0)::integer as most,
        (select count(*)::integer from ladder_steps where status = 'planned' and planned_at < now()) as planned
      from (
        select l.id, (select count(*) from letters r where r.org_id = l.org_id and r.follows_id = l.id
          and r.kind = 'reminder')::integer as n
        from letters l where l.reference like 'CM-2025-9%-L00' and l.kind <> 'reminder') counted`;
    const messages = await tx<{ reference: string; status: string }[]>`
      select l.reference, m.status from mail_messages m join letters l on l.org_id = m.org_id and l.id = m.letter_id
      where m.purpose = 'reminder'`;
    const counts = { ...{ letters: 0, reminders: 0, most: 0, planned: 0 }, ...row };
    return {
      states: Object.fromEntries(states.map(({ status, n }) => [status, n])),
      messages: [...messages],
      ...counts,
    };
  });
}

export type Progress = Awaited<ReturnType<typeof progress>>;
