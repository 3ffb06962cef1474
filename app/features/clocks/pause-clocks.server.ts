/** Holding the clocks of a letter, with a reason, and letting them run again: the due days move by what was lost. */
import { and, eq } from 'drizzle-orm';
import { clockPauses, ladderSteps, letterClocks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { letterObject } from '../letters/letter-row.server';
import { isCalendarId } from './calendar-names';
import { keepNextDue } from './keep-next-due.server';
import { DONE, onLetter, openPause, refuse, runningClocks } from './lock-with-clocks.server';
import { placeOf } from './place.server';
import { movedBy, stepDay } from './plan';
import { dayIn, nineInTheMorning } from './time-of-day';

/** Pauses from today. Nothing of the ladder goes out meanwhile. Null when there is no such letter. */
export const pauseClocks = (actor: Actor, letterId: string, reason: string, now = new Date()) =>
  onLetter(actor, letterId, async (tx, letter) => {
    if ((await runningClocks(tx, letter)).length === 0) return refuse('No clock of this letter runs.');
    if (await openPause(tx, letter)) return refuse('The clocks of this letter are paused already.');
    const { timeZone } = await placeOf(tx, actor.orgId);
    const fromOn = dayIn(timeZone, now);
    await tx
      .insert(clockPauses)
      .values({ orgId: actor.orgId, letterId, fromOn, reason, createdBy: actor.userId, updatedBy: actor.userId });
    await keepNextDue(tx, actor.orgId, letterId);
    await record(tx, auditActor(actor), {
      action: 'clock.paused',
      object: letterObject(letter),
      detail: { from: fromOn },
      reason,
    });
    return DONE;
  });

/**
 * Ends the pause today. Due days that were still to come when it began move by as many working or calendar days, and
 * what was planned for them moves along.
 */
export const resumeClocks = (actor: Actor, letterId: string, reason: string, now = new Date()) =>
  onLetter(actor, letterId, async (tx, letter) => {
    const pause = await openPause(tx, letter);
    if (!pause) return refuse('The clocks of this letter are not paused.');
    const { orgId } = actor;
    const place = await placeOf(tx, orgId);
    const toOn = dayIn(place.timeZone, now);
    await tx
      .update(clockPauses)
      .set({ toOn, updatedAt: now, updatedBy: actor.userId, version: pause.version + 1 })
      .where(and(eq(clockPauses.orgId, orgId), eq(clockPauses.id, pause.id)));
    const moved: Record<string, string> = {};
    for (const clock of await runningClocks(tx, letter)) {
      const calendar = isCalendarId(clock.calendar) ? clock.calendar : place.calendar;
      const dueOn = movedBy({ ...clock, calendar }, pause.fromOn, toOn);
      if (dueOn === clock.dueOn) continue;
      moved[clock.stage] = dueOn;
      const ofStage = and(eq(letterClocks.orgId, orgId), eq(letterClocks.letterId, letterId));
      await tx
        .update(letterClocks)
        .set({ dueOn })
        .where(and(ofStage, eq(letterClocks.stage, clock.stage)));
      const steps = await tx
        .select({ id: ladderSteps.id, step: ladderSteps.step })
        .from(ladderSteps)
        .where(
          and(
            ...[eq(ladderSteps.orgId, orgId), eq(ladderSteps.letterId, letterId)],
            ...[eq(ladderSteps.stage, clock.stage), eq(ladderSteps.status, 'planned')],
          ),
        );
      for (const { id, step } of steps) {
        const plannedOn = stepDay(step, dueOn, calendar);
        await tx
          .update(ladderSteps)
          .set({ plannedOn, plannedAt: nineInTheMorning(plannedOn, place.timeZone) })
          .where(and(eq(ladderSteps.orgId, orgId), eq(ladderSteps.id, id)));
      }
    }
    await keepNextDue(tx, orgId, letterId);
    await record(tx, auditActor(actor), {
      action: 'clock.resumed',
      object: letterObject(letter),
      detail: { from: pause.fromOn, to: toOn, moved },
      reason,
    });
    return DONE;
  });
