/** Disposing of files: one person proposes, another approves, a stub with the digests stays. */
import { and, desc, eq, isNull, max } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { disposals } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { disposeAttachment } from '../attachments/dispose-attachment.server';
import { lockChange } from '../changes/change-row.server';
import { refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';
import { CHANGE_FILES } from './classes';
import { dueFiles } from './due-files.server';

export type DisposalRow = typeof disposals.$inferSelect;

const own = (orgId: string, id: string) => and(eq(disposals.orgId, orgId), eq(disposals.id, id));

export const disposalsOf = (tx: Tx, orgId: string): Promise<DisposalRow[]> =>
  tx.select().from(disposals).where(eq(disposals.orgId, orgId)).orderBy(desc(disposals.number)).limit(200);

const objectOf = ({ objectId, objectRef }: DisposalRow) => ({ type: 'attachment', id: objectId, ref: objectRef });

/** Proposes that a file goes. Null when there is no such file that is due. */
export const proposeDisposal = (actor: Actor, attachmentId: string): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(
    {
      disposals_one_waiting: refused('', 'Somebody has proposed this already.'),
      disposals_number_once: refused('', 'Somebody proposed another one just now. Try again.'),
    },
    () =>
      inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
        const [file] = await dueFiles(tx, actor.orgId, attachmentId);
        if (!file) return null;
        if (file.held) return refused('', `A legal hold stands on ${file.reference}.`);
        const [last] = await tx
          .select({ number: max(disposals.number) })
          .from(disposals)
          .where(eq(disposals.orgId, actor.orgId));
        const [row] = await tx
          .insert(disposals)
          .values({
            ...{ orgId: actor.orgId, number: (last?.number ?? 0) + 1, objectType: 'attachment', objectId: file.id },
            ...{ objectRef: `${file.reference} ${file.name}`, retentionClass: CHANGE_FILES.key, dueOn: file.dueOn },
            because: `${file.reference} ended on ${file.began}; files are kept for ${CHANGE_FILES.years} years after that.`,
            stub: [{ name: file.name, size: file.size, sha256: file.sha256 }],
            ...{ proposedBy: actor.userId, proposedByName: actor.name },
          })
          .returning();
        if (!row) throw new Error('The disposal was not proposed');
        await record(tx, auditActor(actor), {
          action: 'disposal.proposed',
          object: objectOf(row),
          detail: { disposal: row.number, dueOn: row.dueOn, because: row.because, files: row.stub },
        });
        return saved(row.id);
      }),
  );

async function waiting(tx: Tx, actor: Actor, id: string): Promise<DisposalRow | SaveResult | null> {
  const [row] = await tx.select().from(disposals).where(own(actor.orgId, id)).for('update');
  if (!row) return null;
  if (row.approvedAt) return refused('', `${row.approvedByName} has approved this already.`);
  if (row.refusedAt) return refused('', 'It was refused already.');
  return row;
}

/** Approves a proposal of somebody else and disposes of the bytes. Null when there is none of that id here. */
export const approveDisposal = (actor: Actor, id: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const row = await waiting(tx, actor, id);
    if (!row || 'ok' in row) return row;
    if (row.proposedBy === actor.userId) return refused('', 'Whoever proposed it cannot approve it.');
    const [before] = await dueFiles(tx, actor.orgId, row.objectId);
    // The lock that a hold takes too; then looked at once more.
    if (before) await lockChange(tx, actor.orgId, before.changeId);
    const [file] = await dueFiles(tx, actor.orgId, row.objectId);
    if (!file) return refused('', 'It is not due any more: its change was taken up again, or its bytes are gone.');
    if (file.held) return refused('', `A legal hold stands on ${file.reference}: nothing of it is disposed of.`);
    await tx
      .update(disposals)
      .set({ approvedAt: new Date(), approvedBy: actor.userId, approvedByName: actor.name })
      .where(and(own(actor.orgId, id), isNull(disposals.approvedAt)));
    await disposeAttachment(tx, actor.orgId, row.objectId);
    await record(tx, auditActor(actor), {
      action: 'disposal.approved',
      object: objectOf(row),
      detail: { disposal: row.number, proposedBy: row.proposedByName, files: row.stub },
    });
    return saved(id);
  });

/** Null when there is none of that id here. */
export const refuseDisposal = (actor: Actor, id: string, reason: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx): Promise<SaveResult | null> => {
    const row = await waiting(tx, actor, id);
    if (!row || 'ok' in row) return row;
    await tx.update(disposals).set({ refusedAt: new Date(), refuseReason: reason }).where(own(actor.orgId, id));
    await record(tx, auditActor(actor), {
      action: 'disposal.refused',
      object: objectOf(row),
      detail: { disposal: row.number },
      reason,
    });
    return saved(id);
  });

/** The certificate of a disposal that was carried out, as JSON. Null: none, or not carried out. */
export const disposalCertificate = (actor: Actor, id: string) =>
  inOrganisation(actor, async (tx) => {
    const [row] = await tx.select().from(disposals).where(own(actor.orgId, id));
    if (!row?.approvedAt) return null;
    return {
      changemark_disposal: 1,
      organisation: { id: actor.orgId, name: actor.organisation.name },
      number: row.number,
      object: { type: row.objectType, id: row.objectId, reference: row.objectRef },
      retention_class: row.retentionClass,
      due_on: row.dueOn,
      because: row.because,
      files: row.stub,
      proposed: { by: row.proposedByName, at: row.proposedAt.toISOString() },
      approved: { by: row.approvedByName, at: row.approvedAt.toISOString() },
      statement:
        'The bytes of these files were deleted from the database. Backups made before keep them until they expire.',
    };
  });
