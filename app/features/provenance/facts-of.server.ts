/** Reading what was said about a subject of the register. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type FactSubject, registerFacts } from '../../../db/schema/index.server';
import { type Fact, type FactValue, sourceOfColumns } from './source';

/** Most statements a page of history shows. */
export const MOST_HISTORY = 200;

const asFact = (row: typeof registerFacts.$inferSelect): Fact => ({
  field: row.field,
  value: (row.value ?? null) as FactValue | null,
  source: sourceOfColumns(row),
  recordedByName: row.recordedByName,
  recordedAt: row.recordedAt.toISOString(),
  supersededAt: row.supersededAt?.toISOString() ?? null,
});

/** The statements in force about one subject, by field. */
export async function currentFacts(
  tx: Tx,
  orgId: string,
  subject: { type: FactSubject; id: string },
): Promise<Record<string, Fact>> {
  const rows = await tx
    .select()
    .from(registerFacts)
    .where(
      and(
        eq(registerFacts.orgId, orgId),
        eq(registerFacts.subjectType, subject.type),
        eq(registerFacts.subjectId, subject.id),
        isNull(registerFacts.supersededAt),
      ),
    );
  return Object.fromEntries(rows.map((row) => [row.field, asFact(row)]));
}

/** Every statement about one subject, newest first; `about` narrows to fields that begin, or do not begin, with a text. */
export async function factHistory(
  tx: Tx,
  orgId: string,
  subject: { type: FactSubject; id: string },
  about?: { beginning: string; not?: boolean },
): Promise<Fact[]> {
  const rows = await tx
    .select()
    .from(registerFacts)
    .where(
      and(
        eq(registerFacts.orgId, orgId),
        eq(registerFacts.subjectType, subject.type),
        eq(registerFacts.subjectId, subject.id),
        about && sql`starts_with(${registerFacts.field}, ${about.beginning}) = ${!about.not}`,
      ),
    )
    .orderBy(desc(registerFacts.recordedAt), desc(registerFacts.id))
    .limit(MOST_HISTORY);
  return rows.map(asFact);
}
