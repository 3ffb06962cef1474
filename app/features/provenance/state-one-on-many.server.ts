/** One field of many subjects at once: what a roll-out says about thousands of units. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { type FactSubject, registerFacts } from '../../../db/schema/index.server';
import { type Source, sourceColumns } from './source';
import type { Recorder } from './state-facts.server';

/** Rows of one statement; well below PostgreSQL's 65,535 parameters. */
const AT_ONCE = 2000;

/**
 * Puts the same statement on one field in force for many subjects of a type, in a fixed number of statements for each
 * two thousand. The caller has locked the subjects' rows.
 */
export async function stateOneOnMany(
  tx: Tx,
  by: Recorder,
  { type, ids }: { type: FactSubject; ids: readonly string[] },
  { field, value }: { field: string; value: string },
  source: Source,
): Promise<void> {
  const recordedAt = new Date();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await tx
      .update(registerFacts)
      .set({ supersededAt: recordedAt })
      .where(
        and(
          eq(registerFacts.orgId, by.orgId),
          eq(registerFacts.subjectType, type),
          inArray(registerFacts.subjectId, some),
          eq(registerFacts.field, field),
          isNull(registerFacts.supersededAt),
        ),
      );
    await tx.insert(registerFacts).values(
      some.map((subjectId) => ({
        ...{ orgId: by.orgId, subjectType: type, subjectId, field, value, ...sourceColumns(source) },
        ...{ recordedBy: by.userId, recordedByName: by.name, recordedAt },
      })),
    );
  }
}
