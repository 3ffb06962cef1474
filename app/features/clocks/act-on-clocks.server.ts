/** Reads the forms of the page of a letter's clocks. */
import { z } from 'zod';
import type { Actor } from '../../guard/actor';
import { type FieldErrors, type Kept, keptOf } from '../changes/posted';
import { optionalDate, requiredText } from '../text-input';
import { today } from '../today';
import { CLOCK_ACTS } from './clocks-view';
import { decideStep, meetClock, stopClock } from './decide-step.server';
import { type ClockAct, refuse } from './lock-with-clocks.server';
import { pauseClocks, resumeClocks } from './pause-clocks.server';
import { STAGES } from './policy';

const Form = z.object({
  act: z.enum(CLOCK_ACTS, { error: 'Choose what to do.' }),
  reason: requiredText('Say why: it stands in the record.'),
  /** Id of the step, or name of the stage. */
  what: z.string().optional(),
  /** The day on which what the clock waits for came; today where none is given. */
  on: optionalDate(),
});

export interface RefusedClocks {
  ok: false;
  act: string;
  what: string;
  errors: FieldErrors;
  kept: Kept;
}

/** Null when the letter does not exist in the organisation. */
export async function actOnClocks(
  actor: Actor,
  letterId: string,
  form: FormData,
): Promise<{ ok: true } | RefusedClocks | null> {
  const posted = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  const parsed = Form.safeParse(posted);
  const refused = (errors: FieldErrors): RefusedClocks => ({
    ...{ ok: false, errors, kept: keptOf(form) },
    ...{ act: String(posted.act ?? ''), what: String(posted.what ?? '') },
  });
  if (!parsed.success) return refused(z.flattenError(parsed.error).fieldErrors as FieldErrors);
  const { act, reason, on, what = '' } = parsed.data;
  const done = await carryOut();
  if (!done) return null;
  return done.ok ? done : refused({ [done.field ?? '']: [done.message] });

  function carryOut(): Promise<ClockAct | null> | ClockAct {
    if (act === 'pause') return pauseClocks(actor, letterId, reason);
    if (act === 'resume') return resumeClocks(actor, letterId, reason);
    if (act === 'stop-clock' || act === 'meet-clock') {
      const stage = STAGES.find((one) => one === what);
      if (!stage) return refuse('There is no such clock.');
      return act === 'stop-clock'
        ? stopClock(actor, letterId, stage, reason)
        : meetClock(actor, letterId, stage, on ?? today(), reason);
    }
    if (!z.uuid().safeParse(what).success) return refuse('There is no such step.');
    return decideStep(actor, letterId, what, act === 'stop-step' ? 'stop' : 'go', reason);
  }
}
