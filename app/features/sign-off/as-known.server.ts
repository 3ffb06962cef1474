/** What was known on the day of a signature, and what came after: for whoever judges it years later. */
import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letterChanges, letters, signatures } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { type ChangeBrief, changeBrief } from '../changes/change-brief.server';
import { actsOn } from '../changes/change-history.server';
import { readChange } from '../changes/change-row.server';
import type { HistoryEntry } from '../changes/change-view';
import { type LetterThen, letterThen } from './as-known';
import { buildSnapshot, readSnapshot } from './build-snapshot.server';
import { differences, type SnapshotContent, type SnapshotDifference } from './snapshot';

/** Events since are a list to look through, not an archive: the record of the change holds them all. */
const MOST_EVENTS = 100;

export interface AsKnown {
  change: ChangeBrief;
  signature: {
    id: string;
    printedName: string;
    role: string;
    meaning: string;
    onBehalfWords: string;
    reason: string;
    signedAt: string;
    zone: string;
    voidedAt: string | null;
    snapshotSha256: string;
  };
  then: SnapshotContent;
  letters: LetterThen[];
  /** From what was known then to what is known now. */
  since: SnapshotDifference[];
  events: HistoryEntry[];
  moreEvents: boolean;
}

const lettersOutOn = (tx: Tx, orgId: string, changeId: string, at: Date) =>
  tx
    .select({
      id: letters.id,
      reference: letters.reference,
      supplierName: letters.supplierName,
      sentAt: letters.sentAt,
      acknowledgedAt: letters.acknowledgedAt,
      answeredAt: letters.answeredAt,
    })
    .from(letterChanges)
    .innerJoin(letters, and(eq(letters.orgId, letterChanges.orgId), eq(letters.id, letterChanges.letterId)))
    .where(
      and(
        eq(letterChanges.orgId, orgId),
        eq(letterChanges.changeId, changeId),
        isNotNull(letters.sentAt),
        lte(letters.sentAt, at),
      ),
    )
    .orderBy(asc(letters.sentAt), asc(letters.id));

/**
 * Null when change or signature is not in the actor's organisation, or the signature is of another change.
 * @throws when the snapshot is not what was kept: somebody altered the database
 */
export const asKnown = (actor: Actor, changeId: string, signatureId: string): Promise<AsKnown | null> =>
  inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const brief = await changeBrief(tx, orgId, changeId);
    const [row] = await tx
      .select()
      .from(signatures)
      .where(and(eq(signatures.orgId, orgId), eq(signatures.changeId, changeId), eq(signatures.id, signatureId)));
    const change = await readChange(tx, orgId, changeId);
    if (!brief || !row || !change) return null;
    const then = await readSnapshot(tx, orgId, row.snapshotId);
    const present = await buildSnapshot(tx, actor, change);
    const out = await lettersOutOn(tx, orgId, changeId, row.signedAt);
    const since = await actsOn(tx, orgId, [changeId, ...out.map(({ id }) => id)], { limit: MOST_EVENTS + 1 });
    const after = since.filter(({ at }) => at > row.signedAt.toISOString());
    const { id, printedName, role, meaning, onBehalfWords, reason, zone, snapshotSha256 } = row;
    return {
      change: brief,
      signature: {
        ...{ id, printedName, role, meaning, onBehalfWords, reason, zone, snapshotSha256 },
        ...{ signedAt: row.signedAt.toISOString(), voidedAt: row.voidedAt?.toISOString() ?? null },
      },
      then,
      letters: out.map((letter) => letterThen(letter, row.signedAt)),
      since: differences(then, present.content),
      events: after.slice(0, MOST_EVENTS),
      moreEvents: after.length > MOST_EVENTS,
    };
  });
