/** Correcting a letter: a new version that says what changed, through draft and approval again. The old one stays. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { letterVersions } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type Acted, DONE, refuse } from './acted';
import { LETTER_KIND_WORDS } from './letter-kinds';
import { lockLetter, moveLetter, versionInWords } from './letter-row.server';
import { letterTransition } from './letter-status';
import { readVersion, versionsOf } from './read-version.server';
import { toPreview } from './to-issue';

/** What the new version says above everything else is at most this long. */
const LONGEST_NOTE = 2000;

/**
 * Begins the next version as a draft with the words of the one before. An approved version whose file was not made yet
 * is withdrawn; an issued one stays readable. Open reply links go on to the new version once it is issued. Null when
 * the letter does not exist in the actor's organisation.
 */
export const correctLetter = (actor: Actor, letterId: string, whatChanged: string): Promise<Acted | null> =>
  inOrganisation(actor, async (tx) => {
    const letter = await lockLetter(tx, actor.orgId, letterId);
    if (!letter) return null;
    if (!can(actor, 'document:draft')) return refuse('Your role does not draft letters.');
    const next = letterTransition(letter.status, 'correct');
    if (!next.ok) return refuse(next.message);
    if (whatChanged.length > LONGEST_NOTE) {
      return refuse(`At most ${LONGEST_NOTE} characters: it is printed at the top of the letter.`, 'what_changed');
    }
    const before = await readVersion(tx, actor.orgId, letterId, letter.currentNumber);
    if (!before) throw new Error(`${letter.reference} has no version ${letter.currentNumber}`);
    if (before.form === null && LETTER_KIND_WORDS[letter.kind].asks) {
      return refuse('This letter is from before answers were kept as data; draft it anew instead.');
    }
    // A version that was dropped keeps its number.
    const number = Math.max(...(await versionsOf(tx, actor.orgId, letterId)).map((one) => one.number)) + 1;
    const own = and(eq(letterVersions.orgId, actor.orgId), eq(letterVersions.letterId, letterId));
    if (before.status === 'approved') {
      await tx
        .update(letterVersions)
        .set({ status: 'withdrawn' })
        .where(and(own, eq(letterVersions.number, before.number)));
    }
    const version = versionInWords(number);
    const form = before.form === null ? null : { ...(before.form as object), version };
    const model = toPreview(before.model as object, letter.reference, version, form);
    const corrects = { version: versionInWords(before.number), whatChanged };
    await tx.insert(letterVersions).values({
      orgId: actor.orgId,
      letterId,
      number,
      whatChanged,
      model: { ...model, ...(before.status === 'issued' ? { corrects } : {}) },
      form,
      templateNumber: before.templateNumber,
      authors: [actor.userId],
      createdBy: actor.userId,
      createdByName: actor.name,
    });
    const moved = await moveLetter(tx, auditActor(actor), letter, 'correct', {
      detail: { corrects: corrects.version, new_version: version },
      reason: whatChanged,
      fields: { currentNumber: number },
    });
    return moved.ok ? DONE : refuse(moved.message);
  });
