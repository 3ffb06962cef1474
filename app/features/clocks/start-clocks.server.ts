/** A letter has left: from that day its clocks run, and its ladder is planned. */
import type { Tx } from '../../../db/client.server';
import { ladderSteps, letterClocks } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { AuditActor } from '../../audit/events';
import { LETTER_KIND_WORDS } from '../letters/letter-kinds';
import { type LetterRow, letterObject } from '../letters/letter-row.server';
import { keepNextDue } from './keep-next-due.server';
import { placeOf } from './place.server';
import { clocksFrom, stagesOf, stepsFrom } from './plan';
import { readPolicy } from './read-policy.server';
import { nineInTheMorning } from './time-of-day';

/**
 * Starts the clocks of a locked letter that asks something. Those of a letter whose clocks run already (a corrected
 * version, a second copy) stay as they are. Steps whose moment is past, because the letter was recorded later than it
 * left, are kept as skipped: nobody is reminded by surprise.
 * @param sentOn ISO day on which it left
 */
export async function startClocks(
  tx: Tx,
  by: AuditActor,
  letter: LetterRow,
  sentOn: string,
  now = new Date(),
): Promise<void> {
  if (!LETTER_KIND_WORDS[letter.kind].asks) return;
  const { orgId, id: letterId } = letter;
  const place = await placeOf(tx, orgId);
  const policy = await readPolicy(tx, orgId, letter, place.calendar);
  const clocks = clocksFrom(policy, sentOn, stagesOf(letter.kind));
  const made = await tx
    .insert(letterClocks)
    .values(clocks.map((clock) => ({ orgId, letterId, firstDue: clock.dueOn, ...clock })))
    .onConflictDoNothing()
    .returning({ stage: letterClocks.stage });
  if (made.length === 0) return;
  const steps = clocks.flatMap((clock) => stepsFrom(clock, policy));
  if (steps.length > 0) {
    await tx.insert(ladderSteps).values(
      steps.map((step) => {
        const plannedAt = nineInTheMorning(step.plannedOn, place.timeZone);
        const late = plannedAt <= now;
        return {
          ...{ orgId, letterId, ...step, plannedAt },
          ...(late ? { status: 'skipped' as const, reason: 'Its moment was past when the clocks were started.' } : {}),
        };
      }),
    );
  }
  await keepNextDue(tx, orgId, letterId);
  await record(tx, by, {
    action: 'clock.started',
    object: letterObject(letter),
    detail: {
      sent_on: sentOn,
      calendar: policy.calendar,
      ...Object.fromEntries(clocks.map(({ stage, dueOn }) => [`${stage}_due`, dueOn])),
    },
  });
}
