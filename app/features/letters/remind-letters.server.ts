/** Reminding of many letters at once: first what each reminder would say, then, after a person has read it, for real. */
import { and, desc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { letters } from '../../../db/schema/index.server';
import type { Reminder } from '../../../documents/reminder/model';
import { inTheBackground } from '../../audit/outsiders';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { today } from '../today';
import { approveWithin } from './approve-letter.server';
import { draftFollowUp } from './draft-follow-up.server';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { lockLetter } from './letter-row.server';
import { isRunning, LETTER_STATUS_LABELS, WAITING_STATUSES } from './letter-status';
import { readVersion } from './read-version.server';

/** A page of the list; more at once is no longer read by anybody. */
export const MOST_REMINDED = 50;

export interface ReminderPreview {
  id: string;
  reference: string;
  subject: string;
  supplierName: string;
  to: string;
  ask: string;
  paragraphs: string[];
}

export interface NotReminded {
  id: string;
  reference: string;
  because: string;
}

export interface RemindPreview {
  reminders: ReminderPreview[];
  exceptions: NotReminded[];
  /** Whether they leave at once, or wait as drafts for somebody who may approve. */
  leavesAtOnce: boolean;
}

/** Why a letter is not reminded of; null: it can be. */
async function whyNot(tx: Tx, letter: typeof letters.$inferSelect, needsAddress: boolean): Promise<string | null> {
  if (!LETTER_KIND_WORDS[letter.kind].asks) return 'it asks nothing';
  if (!WAITING_STATUSES.includes(letter.status)) return `it is ${LETTER_STATUS_LABELS[letter.status]}`;
  if (letter.status === 'bounced') return 'it did not arrive; send it again first';
  if (needsAddress && !letter.recipientEmail) return 'no e-mail address is known';
  const [last] = await tx
    .select({ reference: letters.reference, status: letters.status, createdAt: letters.createdAt })
    .from(letters)
    .where(and(eq(letters.orgId, letter.orgId), eq(letters.followsId, letter.id), eq(letters.kind, 'reminder')))
    .orderBy(desc(letters.createdAt))
    .limit(1);
  if (!last || last.status === 'withdrawn') return null;
  if (!isRunning(last.status) && last.status !== 'closed')
    return `${last.reference} reminds of it and has not left yet`;
  return last.createdAt.toISOString().startsWith(today()) ? `${last.reference} reminded of it today` : null;
}

/** Slots of a model as text; a blank shows as one. */
const words = (slot: unknown): string => (typeof slot === 'string' ? slot : '[…]');

/** What reminders of these letters would say. They are drafted and thrown away again, so this is what will be sent. */
export async function previewReminders(actor: Actor, ids: readonly string[]): Promise<RemindPreview> {
  const leavesAtOnce = can(actor, 'letter:approve');
  const thrownAway: RemindPreview = { reminders: [], exceptions: [], leavesAtOnce };
  try {
    await inOrganisation(actor, async (tx) => {
      for (const id of ids.slice(0, MOST_REMINDED)) {
        const letter = await lockLetter(tx, actor.orgId, id);
        if (!letter) continue;
        const { reference, subject, supplierName, recipientName, recipientEmail } = letter;
        const refused = await whyNot(tx, letter, leavesAtOnce);
        const drafted = refused ? null : await draftFollowUp(tx, inTheBackground(actor.orgId), 'reminder', id);
        const version = drafted?.ok ? await readVersion(tx, actor.orgId, drafted.id, 1) : null;
        if (!version) {
          const because = refused ?? (drafted && !drafted.ok ? drafted.message : 'it cannot be drafted');
          thrownAway.exceptions.push({ id, reference, because });
          continue;
        }
        const model = version.model as Reminder;
        thrownAway.reminders.push({
          ...{ id, reference, subject, supplierName },
          to: [recipientName, recipientEmail].filter(Boolean).join(', '),
          ask: model.ask,
          paragraphs: model.paragraphs.map(words),
        });
      }
      throw thrownAway;
    });
  } catch (error) {
    if (error !== thrownAway) throw error;
  }
  return thrownAway;
}

export interface Reminded {
  /** Letters whose reminders were approved, and leave when their file is made. */
  sent: { id: string; reference: string }[];
  /** Reminders that wait for approval. */
  drafted: { id: string; reference: string }[];
  exceptions: NotReminded[];
}

/**
 * Drafts a reminder of each letter from the template. Who may approve letters approves them with this, since nobody
 * wrote on them, and they leave; for others they stay drafts. Each in a transaction of its own: what is said of one
 * holds whatever becomes of the next.
 */
export async function remindOf(actor: Actor, ids: readonly string[]): Promise<Reminded> {
  const done: Reminded = { sent: [], drafted: [], exceptions: [] };
  for (const id of ids.slice(0, MOST_REMINDED)) {
    await inOrganisation(actor, (tx) => remindWithin(tx, actor, id, done));
  }
  return done;
}

async function remindWithin(tx: Tx, actor: Actor, id: string, done: Reminded): Promise<void> {
  const letter = await lockLetter(tx, actor.orgId, id);
  if (!letter) return;
  const approves = can(actor, 'letter:approve');
  const refused = await whyNot(tx, letter, approves);
  const drafted = refused ? null : await draftFollowUp(tx, inTheBackground(actor.orgId), 'reminder', id);
  if (!drafted?.ok) {
    done.exceptions.push({ id, reference: letter.reference, because: refused ?? drafted?.message ?? '' });
    return;
  }
  const reminder = { id: drafted.id, reference: drafted.reference };
  const approved = approves
    ? await approveWithin(tx, actor, drafted.id, { number: 1, revision: 1, thenSend: true })
    : null;
  (approved?.ok ? done.sent : done.drafted).push(reminder);
}
