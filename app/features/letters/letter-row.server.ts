/** Reading one letter to work on it, and the one gate through which its state moves. */
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { letters, type letterVersions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Action, AuditActor, AuditEvent, Json } from '../../audit/events';
import { followLetter, lockChangesOf } from '../changes/follow-letter.server';
import { LETTER_KIND_WORDS } from './letter-kinds';
import {
  type LetterMove,
  type LetterStatus,
  type LetterTransition,
  letterTransition,
  WAITING_STATUSES,
} from './letter-status';

export type LetterRow = typeof letters.$inferSelect;
export type LetterVersionRow = typeof letterVersions.$inferSelect;

/**
 * The letter, locked until the transaction ends, and with it the changes that may move with it; null when the
 * organisation has no such letter.
 */
export async function lockLetter(tx: Tx, orgId: string, id: string): Promise<LetterRow | null> {
  const [row] = await tx
    .select()
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.id, id)))
    .for('update');
  if (row && LETTER_KIND_WORDS[row.kind].asks) await lockChangesOf(tx, orgId, id);
  return row ?? null;
}

/** How the audit trail names a letter. */
export const letterObject = ({ id, reference }: Pick<LetterRow, 'id' | 'reference'>): AuditEvent['object'] => ({
  type: 'letter',
  id,
  ref: reference,
});

/** "v1.0" for the first version, "v1.1" for its first correction. */
export const versionInWords = (number: number): string => `v1.${number - 1}`;

const EVENTS: Record<LetterMove, Action> = {
  approve: 'letter.approved',
  issue: 'letter.issued',
  send: 'letter.sent',
  deliver: 'letter.delivered',
  bounce: 'letter.bounced',
  acknowledge: 'letter.acknowledged',
  answer: 'letter.answered',
  close: 'letter.closed',
  reopen: 'letter.reopened',
  correct: 'letter.corrected',
  withdraw: 'letter.withdrawn',
  keep_issued: 'letter.correction_dropped',
  keep_sent: 'letter.correction_dropped',
  keep_acknowledged: 'letter.correction_dropped',
  keep_answered: 'letter.correction_dropped',
};

/** The day that each state is reached for the first time stays. */
const MOMENTS = {
  send: 'sentAt',
  deliver: 'deliveredAt',
  acknowledge: 'acknowledgedAt',
  answer: 'answeredAt',
  close: 'closedAt',
} as const satisfies Partial<Record<LetterMove, keyof LetterRow>>;

/**
 * While a correction is in preparation the version before is still out there, and is acknowledged and answered: that is
 * recorded with its moment, and the correction stays the draft it is. Null for everything else.
 */
const whileCorrected = (letter: LetterRow, move: LetterMove): LetterTransition | null =>
  letter.currentNumber > 1 &&
  (letter.status === 'draft' || letter.status === 'approved') &&
  (move === 'answer' || move === 'acknowledge')
    ? { ok: true, to: letter.status }
    : null;

export type Moved = { ok: true; status: LetterStatus } | { ok: false; message: string };

/**
 * Moves a locked letter and records it: the only place that writes `letters.status`. Call it last in a transaction.
 * @param fields other columns of the row that change with the move
 */
export async function moveLetter(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  move: LetterMove,
  {
    detail = {},
    reason,
    at = new Date(),
    fields = {},
  }: {
    detail?: Record<string, Json>;
    reason?: string;
    at?: Date;
    fields?: Partial<typeof letters.$inferInsert>;
  } = {},
): Promise<Moved> {
  const next = whileCorrected(letter, move) ?? letterTransition(letter.status, move);
  if (!next.ok) return next;
  const moment = move in MOMENTS ? MOMENTS[move as keyof typeof MOMENTS] : undefined;
  await tx
    .update(letters)
    .set({
      ...fields,
      status: next.to,
      ...(moment && letter[moment] === null ? { [moment]: at } : {}),
      ...(move === 'reopen' ? { closedAt: null } : {}),
      version: sql`${letters.version} + 1`,
      updatedAt: new Date(),
      ...(by.userId ? { updatedBy: by.userId } : {}),
    })
    .where(and(eq(letters.orgId, letter.orgId), eq(letters.id, letter.id)));
  const moved: AuditEvent = {
    action: EVENTS[move],
    object: letterObject(letter),
    detail: { from: letter.status, to: next.to, version: versionInWords(letter.currentNumber), ...detail },
    ...(reason ? { reason } : {}),
  };
  await record(tx, by, moved, ...(await changesFollow(tx, by, letter, move)));
  return { ok: true, status: next.to };
}

/** A letter that asks takes its changes along: they wait for the supplier, and go on when nobody is waited for. */
async function changesFollow(tx: Tx, by: AuditActor, letter: LetterRow, move: LetterMove): Promise<AuditEvent[]> {
  if (!LETTER_KIND_WORDS[letter.kind].asks) return [];
  if (move === 'send') return followLetter(tx, by, letter, true, WAITING_STATUSES);
  const over = move === 'answer' || move === 'close' || move === 'withdraw';
  return over ? followLetter(tx, by, letter, false, WAITING_STATUSES) : [];
}
