/** Appends to the audit trail, inside the transaction of what it records. */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.server';
import { auditEvents, auditHeads } from '../../db/schema/index.server';
import { type ChainedEvent, canonicalEvent, GENESIS } from './chain';
import type { AuditActor, AuditEvent } from './events';
import { storable } from './storable';

/** SHA-256 of an event's canonical text, in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Longest reference, identifier or name in an event: they are indexed, and an index entry has a limit of its own. */
const LONGEST_LABEL = 300;

const label = <T extends string | null>(value: T): T =>
  (value === null ? null : Array.from(value).slice(0, LONGEST_LABEL).join('')) as T;

/**
 * Records one or more acts. The chain's head row is locked first, so that two writers cannot fork the chain; call it
 * last in a use case to hold that lock briefly. Throws only if the database does, which undoes the act itself.
 */
export async function record(tx: Tx, actor: AuditActor, ...events: AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(auditHeads).values({ orgId: actor.orgId, seq: 0, hash: GENESIS }).onConflictDoNothing();
  const [head] = await tx
    .select({ seq: auditHeads.seq, hash: auditHeads.hash })
    .from(auditHeads)
    .where(eq(auditHeads.orgId, actor.orgId))
    .for('update');
  if (!head) throw new Error('The audit chain of this organisation cannot be read');
  let { seq, hash } = head;
  const rows = events.map((event) => {
    const row: ChainedEvent = storable({
      orgId: actor.orgId,
      seq: seq + 1,
      at: new Date().toISOString(),
      actorId: actor.userId,
      actorName: label(actor.name),
      actorRole: actor.role,
      action: event.action,
      objectType: event.object.type,
      objectId: label(event.object.id),
      objectRef: label(event.object.ref),
      detail: event.detail ?? {},
      reason: event.reason ?? null,
      requestId: label(actor.requestId ?? null),
      address: label(actor.address ?? null),
      previousHash: hash,
    });
    seq = row.seq;
    hash = hashOf(canonicalEvent(row));
    return { ...row, hash };
  });
  await tx.insert(auditEvents).values(rows);
  await tx.update(auditHeads).set({ seq, hash }).where(eq(auditHeads.orgId, actor.orgId));
}
