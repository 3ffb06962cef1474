/** A person stops one planned step or lets it go ahead again, stops a whole clock, or says that what it waits for came. */
import { and, eq } from 'drizzle-orm';
import { type ClockStage, ladderSteps } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { dateInWords } from '../../ui/time';
import { letterObject, moveLetter } from '../letters/letter-row.server';
import { today } from '../today';
import { DONE, onLetter, refuse, runningClocks } from './lock-with-clocks.server';
import { meetClocks } from './meet-clocks.server';
import { stopClocks } from './stop-clocks.server';

const FROM = { stop: 'planned', go: 'stopped' } as const;
const TO = { stop: 'stopped', go: 'planned' } as const;

/** Null when there is no such letter. A step whose day is past goes ahead with the next tick. */
export const decideStep = (actor: Actor, letterId: string, stepId: string, decision: 'stop' | 'go', reason: string) =>
  onLetter(actor, letterId, async (tx, letter) => {
    const [step] = await tx
      .update(ladderSteps)
      .set({ status: TO[decision], reason, decidedBy: actor.userId, decidedByName: actor.name })
      .where(
        and(
          ...[eq(ladderSteps.orgId, actor.orgId), eq(ladderSteps.letterId, letterId), eq(ladderSteps.id, stepId)],
          eq(ladderSteps.status, FROM[decision]),
        ),
      )
      .returning();
    if (!step) return refuse('This step was carried out, skipped or decided meanwhile. See the list as it stands now.');
    await record(tx, auditActor(actor), {
      action: decision === 'stop' ? 'ladder.stopped' : 'ladder.resumed',
      object: letterObject(letter),
      detail: { stage: step.stage, step: step.step, planned_on: step.plannedOn },
      reason,
    });
    return DONE;
  });

/** Stops one clock of a letter with what is planned for it. Null when there is no such letter. */
export const stopClock = (actor: Actor, letterId: string, stage: ClockStage, reason: string) =>
  onLetter(actor, letterId, async (tx, letter) => {
    const stopped = await stopClocks(tx, auditActor(actor), letter, reason, [stage]);
    return stopped.length > 0 ? DONE : refuse('This clock does not run.');
  });

/**
 * What a clock waits for came outside of a reply: a fix that was released, a position by telephone. Whoever sends it
 * has the letter, so it is acknowledged with that.
 * @param on ISO day on which it came; not before the clock began, not after today
 */
export const meetClock = (actor: Actor, letterId: string, stage: ClockStage, on: string, reason: string) =>
  onLetter(actor, letterId, async (tx, letter) => {
    const clock = (await runningClocks(tx, letter)).find((one) => one.stage === stage);
    if (!clock) return refuse('This clock does not run.');
    if (on > today()) return refuse('That day is still to come.', 'on');
    if (on < clock.startsOn) return refuse(`The letter left only on ${dateInWords(clock.startsOn)}.`, 'on');
    const now = new Date();
    const at = now.toISOString().startsWith(on) ? now : new Date(`${on}T12:00:00Z`);
    const by = auditActor(actor);
    await meetClocks(tx, by, letter, [...new Set<ClockStage>(['acknowledge', stage])], at, reason);
    if (letter.acknowledgedAt === null && letter.answeredAt === null) {
      const moved = await moveLetter(tx, by, letter, 'acknowledge', {
        at,
        reason,
        detail: { on, recorded_by_hand: true },
      });
      if (!moved.ok) throw new Error(moved.message);
    }
    return DONE;
  });
