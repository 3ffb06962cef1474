/** A change waits for the supplier while a letter that asks about it is on its way, and goes on when none is. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changes, letterChanges } from '../../../db/schema/index.server';
import type { AuditActor, AuditEvent } from '../../audit/events';
import { changeObject, moveChange, readChange } from './change-row.server';
import { STATUS_LABELS } from './change-status';

/**
 * Locks the changes of a letter, in the order of their ids. Called when the letter is locked: who waits for a change
 * while holding the record's head would be waited for by everybody.
 */
export async function lockChangesOf(tx: Tx, orgId: string, letterId: string): Promise<void> {
  const about = tx
    .select({ id: letterChanges.changeId })
    .from(letterChanges)
    .where(and(eq(letterChanges.orgId, orgId), eq(letterChanges.letterId, letterId)));
  await tx
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.orgId, orgId), inArray(changes.id, about)))
    .orderBy(asc(changes.id))
    .for('update');
}

/**
 * Moves the changes of a letter that was sent (`asked`), or was answered, closed or withdrawn. A change in another
 * state than the two between which this happens is left alone: who put it there knew why.
 * @param waiting states in which a letter is still waited for
 * @returns what the record is to say
 */
export async function followLetter(
  tx: Tx,
  by: AuditActor,
  letter: { id: string; reference: string },
  asked: boolean,
  waiting: readonly string[],
): Promise<AuditEvent[]> {
  const about = await tx
    .select({ changeId: letterChanges.changeId })
    .from(letterChanges)
    .where(and(eq(letterChanges.orgId, by.orgId), eq(letterChanges.letterId, letter.id)))
    .orderBy(asc(letterChanges.changeId));
  const events: AuditEvent[] = [];
  for (const { changeId } of about) {
    const change = await readChange(tx, by.orgId, changeId);
    if (!change || (!asked && (await othersWait(tx, by.orgId, changeId, letter.id, waiting)))) continue;
    const moved = await moveChange(tx, by, change, asked ? 'ask_supplier' : 'record_reply');
    if (!moved.ok) continue;
    events.push({
      action: asked ? 'change.waits_for_supplier' : 'change.taken_up_again',
      object: changeObject(change),
      detail: {
        from: STATUS_LABELS[change.status],
        to: STATUS_LABELS[moved.change.status],
        letter: letter.reference,
      },
    });
  }
  return events;
}

async function othersWait(
  tx: Tx,
  orgId: string,
  changeId: string,
  except: string,
  waiting: readonly string[],
): Promise<boolean> {
  const [row] = await tx.execute<{ waits: boolean }>(sql`
    select exists (
      select from letter_changes about
      join letters other on other.org_id = about.org_id and other.id = about.letter_id
      where about.org_id = ${orgId} and about.change_id = ${changeId} and about.letter_id <> ${except}
        and other.questions_asked > 0
        and other.status in (${sql.join(
          waiting.map((status) => sql`${status}`),
          sql`, `,
        )})
    ) as waits`);
  return row?.waits ?? false;
}
