/** Recording what is said about fields of the register. Nothing is edited: a later statement supersedes the earlier. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type FactSubject, registerFacts } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { type Source, type Statement, sourceColumns } from './source';

/** Who records: enough of an actor to sign a statement. No person where a job works on its own. */
export type Recorder = Pick<Actor, 'orgId' | 'name'> & { userId: string | null };

/** Rows of one insert; well below PostgreSQL's 65,535 parameters. */
const AT_ONCE = 2000;

interface StateOptions {
  /** False for subjects made just now, about which nothing can have been said before. */
  known?: boolean;
}

/**
 * Puts statements about one subject in force, with one source for all of them. The caller has locked the subject's row
 * (by the versioned update), so that two writers do not supersede the same statement.
 */
export const stateFacts = (
  tx: Tx,
  by: Recorder,
  subject: { type: FactSubject; id: string },
  statements: readonly Statement[],
  source: Source,
  options?: StateOptions,
): Promise<void> => stateFactsOnMany(tx, by, subject.type, [{ id: subject.id, statements }], source, options);

/** As `stateFacts`, for several subjects of one type at once. */
export async function stateFactsOnMany(
  tx: Tx,
  by: Recorder,
  subjectType: FactSubject,
  subjects: readonly { id: string; statements: readonly Statement[] }[],
  source: Source,
  { known = true }: StateOptions = {},
): Promise<void> {
  const now = new Date();
  if (known) {
    for (const { id, statements } of subjects) {
      if (statements.length === 0) continue;
      await tx
        .update(registerFacts)
        .set({ supersededAt: now })
        .where(
          and(
            eq(registerFacts.orgId, by.orgId),
            eq(registerFacts.subjectType, subjectType),
            eq(registerFacts.subjectId, id),
            inArray(
              registerFacts.field,
              statements.map(({ field }) => field),
            ),
            isNull(registerFacts.supersededAt),
          ),
        );
    }
  }
  const rows = subjects.flatMap(({ id, statements }) =>
    statements.map(({ field, value }) => ({
      orgId: by.orgId,
      subjectType,
      subjectId: id,
      field,
      // A JSON null would be stored as such; the column's own null is the recorded "not known".
      value: value === null ? sql`null` : value,
      ...sourceColumns(source),
      recordedBy: by.userId,
      recordedByName: by.name,
      recordedAt: now,
    })),
  );
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.insert(registerFacts).values(rows.slice(from, from + AT_ONCE));
  }
}
