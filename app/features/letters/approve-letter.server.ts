/** Approving a letter: by somebody who did not write it, of exactly the text that was seen. Issuing follows as a job. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letterVersions } from '../../../db/schema/index.server';
import type { AuditActor } from '../../audit/events';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { enqueue } from '../jobs/enqueue.server';
import { type Acted, DONE, refuse } from './acted';
import { approvedHash } from './approved-hash.server';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { type LetterRow, lockLetter, moveLetter } from './letter-row.server';
import { type LetterVersion, readVersion } from './read-version.server';
import { whyNotApprove } from './why-not-approve';

export interface ApprovalWish {
  /** Of the version that was seen. */
  number: number;
  /** Of its text as it was seen. */
  revision: number;
  /** Send it by e-mail as soon as its file is locked. */
  thenSend?: boolean;
}

/**
 * Approves a draft and asks for its file. Null when the letter does not exist in the actor's organisation. Refused for
 * who wrote on it, and when the draft was edited after it was looked at.
 */
export const approveLetter = (actor: Actor, letterId: string, wish: ApprovalWish): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => approveWithin(tx, actor, letterId, wish));

/** As `approveLetter`, inside a transaction that does more. */
export async function approveWithin(
  tx: Tx,
  actor: Actor,
  letterId: string,
  { number, revision, thenSend = false }: ApprovalWish,
): Promise<Acted | null> {
  const letter = await lockLetter(tx, actor.orgId, letterId);
  if (!letter) return null;
  const version = await readVersion(tx, actor.orgId, letterId, letter.currentNumber);
  if (!version) throw new Error(`${letter.reference} has no version ${letter.currentNumber}`);
  const whyNot = whyNotApprove({
    status: letter.status,
    version: {
      ...version,
      characters: JSON.stringify(version.model).length,
      asks: LETTER_KIND_WORDS[letter.kind].asks,
    },
    userId: actor.userId,
    mayApprove: can(actor, 'letter:approve'),
  });
  if (whyNot) return refuse(whyNot);
  if (version.number !== number || version.revision !== revision) {
    return refuse('The draft was edited after you opened it. Read it as it stands now, then approve.');
  }
  if (thenSend && !letter.recipientEmail) {
    return refuse('There is no e-mail address to send it to. Give one, or approve without sending.', 'then_send');
  }
  const by = { id: actor.userId, name: actor.name };
  return settle(tx, auditActor(actor), letter, version, by, thenSend);
}

/**
 * Approves a reminder that Changemark wrote from the template by the rule of the ladder: nobody wrote on it, and who
 * approved the letter it follows approved that it would be reminded of. It is sent once its file is locked.
 */
export async function approveByLadder(tx: Tx, by: AuditActor, letterId: string): Promise<Acted | null> {
  const letter = await lockLetter(tx, by.orgId, letterId);
  if (!letter) return null;
  if (letter.kind !== 'reminder' || !letter.followsId) return refuse('Only a reminder goes out by the ladder.');
  const version = await readVersion(tx, by.orgId, letterId, letter.currentNumber);
  if (!version || version.status !== 'draft') return refuse('Only a draft is approved.');
  if (version.authors.length > 0) return refuse('A person wrote on this reminder, so a person approves it.');
  const followed = await lockLetter(tx, by.orgId, letter.followsId);
  const approval = followed && (await readVersion(tx, by.orgId, followed.id, followed.currentNumber));
  if (!followed || !approval?.approvedBy) return refuse('The letter it reminds of is not approved.');
  const approver = {
    id: approval.approvedBy,
    name: `${approval.approvedByName}, with ${followed.reference} and its ladder`,
  };
  return settle(tx, by, letter, version, approver, letter.recipientEmail !== '');
}

async function settle(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  version: LetterVersion,
  approver: { id: string; name: string },
  thenSend: boolean,
): Promise<Acted> {
  const sha256 = approvedHash(version);
  await tx
    .update(letterVersions)
    .set({
      status: 'approved',
      approvedAt: new Date(),
      approvedBy: approver.id,
      approvedByName: approver.name,
      approvedSha256: sha256,
    })
    .where(
      and(
        eq(letterVersions.orgId, letter.orgId),
        eq(letterVersions.letterId, letter.id),
        eq(letterVersions.number, version.number),
      ),
    );
  await enqueue(tx, 'letter.issue', {
    orgId: letter.orgId,
    letterId: letter.id,
    number: version.number,
    thenSend,
  });
  const moved = await moveLetter(tx, by, letter, 'approve', {
    detail: { sha256, approved_by: approver.name, then_send: thenSend },
  });
  return moved.ok ? DONE : refuse(moved.message);
}
