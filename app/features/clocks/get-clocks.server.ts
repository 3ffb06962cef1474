/** The clocks of one letter: dates and where they come from, what happens next, and what a step would say. */
import { aliasedTable, and, asc, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { clockPauses, ladderSteps, letterClocks, letters } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import { dateInWords } from '../../ui/time';
import { LETTER_KIND_WORDS } from '../letters/letter-kinds';
import { calendarLabel, isCalendarId } from './calendar-names';
import { workingDaysBetween } from './calendars';
import { stepInWords, termInWords } from './clock-words';
import type { ClocksPageView, ClockView, StepView } from './clocks-view';
import { placeOf } from './place.server';
import { STAGE_LABELS, STAGES } from './policy';
import { previewStep } from './preview-step.server';
import { dayIn } from './time-of-day';

const produced = aliasedTable(letters, 'produced');

/** Null when the letter does not exist in the organisation. @param preview id of a step to be shown as it would read */
export async function getClocks(
  actor: Actor,
  letterId: string,
  preview: string | null,
): Promise<ClocksPageView | null> {
  const page = await inOrganisation(actor, (tx) => readPage(tx, actor, letterId));
  if (!page) return null;
  const step = page.steps.find(({ id }) => id === preview);
  return { ...page, preview: step ? await previewStep(actor, letterId, step) : null };
}

async function readPage(tx: Tx, actor: Actor, letterId: string): Promise<ClocksPageView | null> {
  const { orgId } = actor;
  const [letter] = await tx
    .select()
    .from(letters)
    .where(and(eq(letters.orgId, orgId), eq(letters.id, letterId)));
  if (!letter) return null;
  const { timeZone } = await placeOf(tx, orgId);
  const clocks = await tx
    .select()
    .from(letterClocks)
    .where(and(eq(letterClocks.orgId, orgId), eq(letterClocks.letterId, letterId)));
  const pauses = await tx
    .select()
    .from(clockPauses)
    .where(and(eq(clockPauses.orgId, orgId), eq(clockPauses.letterId, letterId)))
    .orderBy(asc(clockPauses.createdAt));
  const open = pauses.find(({ toOn }) => toOn === null);
  const today = dayIn(timeZone);
  return {
    ...{ letterId, reference: letter.reference, subject: letter.subject, supplierName: letter.supplierName },
    asks: LETTER_KIND_WORDS[letter.kind].asks,
    clocks: clocks
      .sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
      .map((clock) => clockView(clock, today, open !== undefined)),
    steps: await stepsOf(tx, orgId, letterId),
    paused: open ? { fromOn: open.fromOn, reason: open.reason } : null,
    pauses: pauses.map(({ fromOn, toOn, reason }) => ({ fromOn, toOn, reason })),
    timeZone,
    mayAct: can(actor, 'letter:send'),
    preview: null,
  };
}

function clockView(clock: typeof letterClocks.$inferSelect, today: string, paused: boolean): ClockView {
  const { stage, dueOn, calendar } = clock;
  const shown = {
    ...{ stage, label: STAGE_LABELS[stage], startsOn: clock.startsOn, firstDue: clock.firstDue, dueOn },
    ...{ term: termInWords(clock.days, clock.unit), calendar: calendarLabel(calendar), origin: clock.origin },
  };
  const between = (from: string, to: string) =>
    termInWords(workingDaysBetween(from, to, isCalendarId(calendar) ? calendar : 'none'), 'working');
  if (clock.metAt) {
    const met = clock.metAt.toISOString().slice(0, 10);
    const late = met > dueOn;
    const words = `met on ${dateInWords(met)}${late ? `, ${between(dueOn, met)} late` : ''}`;
    return { ...shown, state: 'met', words, late };
  }
  if (clock.stoppedAt) return { ...shown, state: 'stopped', words: `stopped: ${clock.stopReason}`, late: false };
  if (dueOn < today) {
    return { ...shown, state: paused ? 'paused' : 'running', words: `${between(dueOn, today)} late`, late: true };
  }
  const words = dueOn === today ? 'due today' : `due in ${between(today, dueOn)}`;
  return { ...shown, state: paused ? 'paused' : 'running', words: paused ? 'paused' : words, late: false };
}

async function stepsOf(tx: Tx, orgId: string, letterId: string): Promise<StepView[]> {
  const rows = await tx
    .select({ step: ladderSteps, reference: produced.reference })
    .from(ladderSteps)
    .leftJoin(produced, and(eq(produced.orgId, ladderSteps.orgId), eq(produced.id, ladderSteps.producedId)))
    .where(and(eq(ladderSteps.orgId, orgId), eq(ladderSteps.letterId, letterId)))
    .orderBy(asc(ladderSteps.plannedAt), asc(ladderSteps.id));
  return rows.map(({ step, reference }) => ({
    ...{ id: step.id, kind: step.kind, status: step.status, reason: step.reason, plannedOn: step.plannedOn },
    stage: STAGE_LABELS[step.stage],
    words: stepInWords(step.step),
    plannedAt: step.plannedAt.toISOString(),
    decidedBy: step.decidedByName,
    produced: step.producedId && reference ? { id: step.producedId, reference } : null,
  }));
}
