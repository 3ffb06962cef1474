/** What an import says about many fields of many subjects, in a fixed number of statements; and taking that back. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import type { FactSubject } from '../../../db/schema/index.server';
import { anyId, asJsonb } from '../in-json.server';
import { type FactValue, type Source, sourceColumns } from './source';
import type { Recorder } from './state-facts.server';

export interface ImportedFact {
  id: string;
  field: string;
  value: FactValue | null;
}

/** Facts of one statement: a few megabytes of JSON. */
const AT_ONCE = 10_000;

/** Said to the planner too: without figures on fresh rows it would walk the whole table. */
const about = (facts: readonly { id: string }[]): SQL =>
  sql`and f.subject_id = ${anyId([...new Set(facts.map(({ id }) => id))])}`;

/**
 * Puts statements in force, all with one source. The caller has locked the subjects' rows.
 * @param known false for subjects made just now, about which nothing can have been said before
 */
export async function stateImported(
  tx: Tx,
  by: Recorder,
  subjectType: FactSubject,
  facts: readonly ImportedFact[],
  source: Source,
  { known = true }: { known?: boolean } = {},
): Promise<void> {
  const now = new Date().toISOString();
  const { saidBy, sourceDocument, sourcePage, sourceDate } = sourceColumns(source);
  for (let from = 0; from < facts.length; from += AT_ONCE) {
    const part = facts.slice(from, from + AT_ONCE);
    const some = asJsonb(part);
    if (known) {
      await tx.execute(sql`
        update register_facts f set superseded_at = ${now}::timestamptz
        from jsonb_to_recordset(${some}) as said (id uuid, field text)
        where f.org_id = ${by.orgId} and f.subject_type = ${subjectType} and f.subject_id = said.id
          and f.field = said.field and f.superseded_at is null ${about(part)}`);
    }
    // A JSON null would be stored as such; the column's own null is the recorded "not known".
    await tx.execute(sql`
      insert into register_facts (org_id, subject_type, subject_id, field, value, said_by, source_document, source_page,
        source_date, recorded_by, recorded_by_name, recorded_at)
      select ${by.orgId}::uuid, ${subjectType}, said.id, said.field, nullif(said.value, 'null'), ${saidBy}::text,
        ${sourceDocument}::text, ${sourcePage}::text, ${sourceDate}::text, ${by.userId}::uuid, ${by.name},
        ${now}::timestamptz
      from jsonb_to_recordset(${some}) as said (id uuid, field text, value jsonb)`);
  }
}

/**
 * Takes the statements in force on these fields back: what each of them superseded is said again, with the source it
 * had. A field about which nothing had been said has no statement afterwards.
 */
export async function takeBackFacts(
  tx: Tx,
  by: Recorder,
  subjectType: FactSubject,
  fields: readonly { id: string; field: string }[],
): Promise<void> {
  const now = new Date().toISOString();
  for (let from = 0; from < fields.length; from += AT_ONCE) {
    const part = fields.slice(from, from + AT_ONCE);
    await tx.execute(sql`
      with ended as (
        update register_facts f set superseded_at = ${now}::timestamptz
        from jsonb_to_recordset(${asJsonb(part)}) as back (id uuid, field text)
        where f.org_id = ${by.orgId} and f.subject_type = ${subjectType} and f.subject_id = back.id
          and f.field = back.field and f.superseded_at is null ${about(part)}
        returning f.subject_id, f.field, f.recorded_at
      )
      insert into register_facts (org_id, subject_type, subject_id, field, value, said_by, source_document, source_page,
        source_date, recorded_by, recorded_by_name, recorded_at)
      select f.org_id, f.subject_type, f.subject_id, f.field, f.value, f.said_by, f.source_document, f.source_page,
        f.source_date, ${by.userId}::uuid, ${by.name}, ${now}::timestamptz
      from ended join register_facts f on f.org_id = ${by.orgId} and f.subject_type = ${subjectType}
        and f.subject_id = ended.subject_id and f.field = ended.field and f.superseded_at = ended.recorded_at ${about(part)}`);
  }
}
