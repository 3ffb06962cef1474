/** The list of letters to suppliers, newest first: keyset pages, one query. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { assessments, changes, deviceModels, documents, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { PAGE_ROWS, type Page, pageOf, pageWish } from '../keyset';
import { likeInside } from '../keyset-sql.server';

export interface LetterRow {
  id: string;
  reference: string;
  status: string;
  subject: string;
  answerBy: string;
  deciding: number;
  changeId: string;
  changeReference: string;
  modelName: string;
  supplierName: string;
  createdAt: string;
  createdByName: string;
  assessmentNumber: number;
}

export interface LetterList extends Page<LetterRow> {
  q: string;
}

/** With six digits of seconds: a cursor rounded to milliseconds would repeat or lose a row. */
const MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/** One page of the organisation's letters. `q` looks at reference, device and supplier. */
export async function listLetters(actor: Actor, search: URLSearchParams): Promise<LetterList> {
  const q = (search.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 200);
  const wish = pageWish(search, ['text', 'uuid']);
  const backwards = wish.direction === 'before';
  const direction = backwards ? asc : desc;
  const conditions: SQL[] = [eq(documents.orgId, actor.orgId), eq(documents.kind, 'supplier-request-letter')];
  const [moment, id] = wish.cursor ?? [];
  // PostgreSQL has no year 0.
  if (moment !== undefined && !moment.startsWith('0000') && z.iso.datetime().safeParse(moment).success) {
    const compare = backwards ? sql`>` : sql`<`;
    conditions.push(
      sql`(${documents.createdAt}, ${documents.id}) ${compare} (${moment}::text::timestamptz, ${id}::text::uuid)`,
    );
  } else wish.cursor = null;
  if (q) {
    const pattern = likeInside(q);
    conditions.push(
      sql`(${documents.reference} ilike ${pattern} or ${deviceModels.name} ilike ${pattern}
        or ${suppliers.name} ilike ${pattern})`,
    );
  }
  return inOrganisation(actor, async (tx) => {
    const read = await tx
      .select({
        id: documents.id,
        reference: documents.reference,
        status: documents.status,
        subject: sql<string>`left(${changes.title}, 300)`,
        answerBy: sql<string>`coalesce(${documents.model} -> 'answer' ->> 'date', '')`,
        deciding: sql<number>`coalesce(jsonb_array_length(${documents.model} -> 'deciding' -> 'questions'), 0)`,
        changeId: changes.id,
        changeReference: changes.reference,
        modelName: sql<string>`left(${deviceModels.name}, 200)`,
        supplierName: sql<string>`left(${suppliers.name}, 200)`,
        createdAt: documents.createdAt,
        createdByName: documents.createdByName,
        assessmentNumber: assessments.number,
        place: sql<string>`to_char(${documents.createdAt} at time zone 'UTC', ${MOMENT})`,
      })
      .from(documents)
      .innerJoin(changes, and(eq(changes.orgId, documents.orgId), eq(changes.id, documents.changeId)))
      .innerJoin(assessments, and(eq(assessments.orgId, documents.orgId), eq(assessments.id, documents.assessmentId)))
      .innerJoin(deviceModels, and(eq(deviceModels.orgId, changes.orgId), eq(deviceModels.id, changes.modelId)))
      .innerJoin(suppliers, and(eq(suppliers.orgId, deviceModels.orgId), eq(suppliers.id, deviceModels.supplierId)))
      .where(and(...conditions))
      .orderBy(direction(documents.createdAt), direction(documents.id))
      .limit(PAGE_ROWS + 1);
    const page = pageOf(read, wish, (row) => [row.place, row.id]);
    const rows = page.rows.map(({ place: _, ...row }) => ({ ...row, createdAt: row.createdAt.toISOString() }));
    return { ...page, q, rows };
  });
}
