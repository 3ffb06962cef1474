/** Looking at whether something has to be reported: the answers, the clocks they open, and who decides. */
import { and, asc, eq, max } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { reportabilityTriages, users } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { refused, type SaveResult, saved } from '../save-result';
import { today } from '../today';
import { reportClocks } from './report-clocks.server';
import { answersOf, type TriageInput } from './triage-form';

/** Records a triage; null when the change is not there. An event may come to light whatever state the change is in. */
export const triageEvent = (actor: Actor, changeId: string, input: TriageInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const awareOn = input.aware_on ?? '';
    if (awareOn > today()) return refused('aware_on', 'This day has not come yet.');
    const decider = (await deciders(tx, actor.orgId)).find(({ id }) => id === input.decider);
    if (!decider) return refused('decider', 'Choose somebody of regulatory affairs who is active.');
    const answers = answersOf(input);
    const clocks = reportClocks(answers, { awareOn, actionOn: input.action_on }, input.regimes);
    const number = (await lastNumber(tx, actor.orgId, changeId)) + 1;
    const [row] = await tx
      .insert(reportabilityTriages)
      .values({
        orgId: actor.orgId,
        changeId,
        number,
        answers: { ...answers, action_on: input.action_on ?? '', regimes: input.regimes.join(',') },
        awareOn,
        clocks,
        note: input.note,
        deciderId: decider.id,
        deciderName: decider.name,
        createdBy: actor.userId,
        createdByName: actor.name,
      })
      .returning({ id: reportabilityTriages.id });
    if (!row) throw new Error('The triage was not stored');
    await record(tx, auditActor(actor), {
      action: 'reportability.triaged',
      object: changeObject(change),
      detail: {
        triage: row.id,
        number,
        aware_on: awareOn,
        answers: { ...answers },
        clocks: clocks.length,
        decides: decider.name,
      },
    });
    return saved(row.id);
  });

export interface Decider {
  id: string;
  name: string;
}

const MOST = 200;

/** Who may decide: active people of regulatory affairs. */
export const deciders = (tx: Tx, orgId: string): Promise<Decider[]> =>
  tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.role, 'regulatory_affairs'), eq(users.active, true)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MOST);

async function lastNumber(tx: Tx, orgId: string, changeId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(reportabilityTriages.number) })
    .from(reportabilityTriages)
    .where(and(eq(reportabilityTriages.orgId, orgId), eq(reportabilityTriages.changeId, changeId)));
  return last?.number ?? 0;
}
