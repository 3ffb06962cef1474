/** What people say about a change: facts, own answers and safety judgements. Nothing is edited; a later one supersedes. */
import canonicalize from 'canonicalize';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeStatements } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { presentMoment } from '../today';
import type { Source } from './change-view';

export type StatementType = 'fact' | 'answer' | 'safety';
export type StatementRow = typeof changeStatements.$inferSelect;

export interface NewStatement {
  type: StatementType;
  key: string;
  value: unknown;
  because: string;
  source: Source;
}

/** The statements in force, oldest first. */
export const currentStatements = (tx: Tx, orgId: string, changeId: string): Promise<StatementRow[]> =>
  tx
    .select()
    .from(changeStatements)
    .where(
      and(
        eq(changeStatements.orgId, orgId),
        eq(changeStatements.changeId, changeId),
        isNull(changeStatements.supersededAt),
      ),
    )
    .orderBy(changeStatements.recordedAt, changeStatements.id);

/** Every statement ever made about one fact, question or prompt, newest first. */
export const statementsOn = (tx: Tx, orgId: string, changeId: string, type: StatementType, key: string) =>
  tx
    .select()
    .from(changeStatements)
    .where(
      and(
        eq(changeStatements.orgId, orgId),
        eq(changeStatements.changeId, changeId),
        eq(changeStatements.type, type),
        eq(changeStatements.key, key),
      ),
    )
    .orderBy(desc(changeStatements.recordedAt), desc(changeStatements.id))
    .limit(100);

/** Whether two recorded values are the same, however the database orders their keys. */
export const sameValue = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b);

const sameStatement = (row: StatementRow, wanted: NewStatement): boolean =>
  sameValue(row.value, wanted.value) &&
  row.because === wanted.because &&
  (row.saidBy ?? '') === wanted.source.saidBy &&
  (row.sourceDocument ?? '') === wanted.source.document &&
  (row.sourcePage ?? '') === wanted.source.page &&
  (row.sourceDate ?? '') === wanted.source.date;

/**
 * Puts statements in force; those that say nothing new are left out. The caller holds the change's lock.
 * @returns the statements that were recorded, with the value they replace (undefined: nothing was said before)
 */
export async function putStatements(
  tx: Tx,
  actor: Actor,
  changeId: string,
  current: readonly StatementRow[],
  wanted: readonly NewStatement[],
): Promise<{ statement: NewStatement; before: unknown }[]> {
  const recorded: { statement: NewStatement; before: unknown }[] = [];
  // Later than whatever stood before, whatever the clock says.
  const newest = current.reduce((at, row) => Math.max(at, row.recordedAt.getTime() + 1), 0);
  const now = new Date(Math.max(presentMoment().getTime(), newest));
  for (const statement of wanted) {
    const present = current.find((row) => row.type === statement.type && row.key === statement.key);
    if (present && sameStatement(present, statement)) continue;
    if (present) {
      await tx
        .update(changeStatements)
        .set({ supersededAt: now })
        .where(and(eq(changeStatements.orgId, actor.orgId), eq(changeStatements.id, present.id)));
    }
    await tx.insert(changeStatements).values({
      orgId: actor.orgId,
      changeId,
      type: statement.type,
      key: statement.key,
      value: statement.value,
      because: statement.because,
      saidBy: statement.source.saidBy || null,
      sourceDocument: statement.source.document || null,
      sourcePage: statement.source.page || null,
      sourceDate: statement.source.date || null,
      recordedBy: actor.userId,
      recordedByName: actor.name,
      recordedAt: now,
    });
    recorded.push({ statement, before: present?.value });
  }
  return recorded;
}
