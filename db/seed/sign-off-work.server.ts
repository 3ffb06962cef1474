/** Carrying a change out in a demonstration history, unit by unit, and verifying it. */
import { and, asc, eq } from 'drizzle-orm';
import { readChange } from '../../app/features/changes/change-row.server';
import { beginImplementation } from '../../app/features/implementation/begin-implementation.server';
import { SIGNED_GROUPS } from '../../app/features/implementation/check-groups';
import { checklistFor } from '../../app/features/implementation/checklists';
import { closeConfirmed } from '../../app/features/implementation/close-change.server';
import { compareWithPlan } from '../../app/features/implementation/comparison.server';
import { putToVerification } from '../../app/features/implementation/put-to-verification.server';
import { recordCheck } from '../../app/features/implementation/record-check.server';
import { recordUnits } from '../../app/features/implementation/record-units.server';
import { newestRecord } from '../../app/features/implementation/unit-records.server';
import { buildSnapshot } from '../../app/features/sign-off/build-snapshot.server';
import { presentMoment, today } from '../../app/features/today';
import type { Actor } from '../../app/guard/actor';
import { isKindId } from '../../app/regulation/kinds';
import { inOrganisation, type Tx } from '../client.server';
import { changeUnits, implementations, units } from '../schema/index.server';
import type { Act } from './sign-off-acts';
import { done } from './sign-off-done';

type Of<K extends Act['act']> = Extract<Act, { act: K }>;

export async function beginWork(actor: Actor, changeId: string): Promise<void> {
  done('implementation', await beginImplementation(actor, changeId));
}

export async function toVerification(actor: Actor, changeId: string): Promise<void> {
  done('verification', await putToVerification(actor, changeId));
}

/** Units that nobody has recorded yet, in the order of their serial numbers. */
async function nextUnits(tx: Tx, orgId: string, changeId: string, most: number): Promise<string[]> {
  const recorded = await tx
    .select({ id: implementations.unitId })
    .from(implementations)
    .where(and(eq(implementations.orgId, orgId), eq(implementations.changeId, changeId)));
  const known = new Set(recorded.map(({ id }) => id));
  const all = await tx
    .select({ id: units.id })
    .from(changeUnits)
    .innerJoin(units, and(eq(units.orgId, changeUnits.orgId), eq(units.id, changeUnits.unitId)))
    .where(and(eq(changeUnits.orgId, orgId), eq(changeUnits.changeId, changeId)))
    .orderBy(asc(units.serialKey), asc(units.id));
  return all
    .map(({ id }) => id)
    .filter((id) => !known.has(id))
    .slice(0, most);
}

/** What was done in the night of the present day. */
export async function recordWork(actor: Actor, changeId: string, act: Of<'record'>): Promise<void> {
  const { units: many, outcome, fault = '', back = '' } = act;
  const [unit, seen] = await inOrganisation(actor, async (tx) => [
    many === 'rest' ? [] : await nextUnits(tx, actor.orgId, changeId, many),
    await newestRecord(tx, actor.orgId, changeId),
  ]);
  const isDone = outcome === 'done';
  const recorded = await recordUnits(actor, changeId, {
    ...{ scope: many === 'rest' ? 'rest' : 'ticked', unit, serials: '', outcome, versionBefore: '', versionAfter: '' },
    ...{
      doneOn: today(),
      doneTime: presentMoment().toISOString().slice(11, 16),
      doneBy: '',
      onTheSpot: '',
      seen,
      deviation: '',
    },
    ...{ test: isDone ? 'passed' : 'failed', testNote: isDone ? 'Alarm path tested' : fault },
    rollBack: back,
  });
  done('units', recorded);
}

/** The lines of the checklist that doing the work fills in: none of them is part of what was signed. */
export async function fillInChecks(actor: Actor, changeId: string): Promise<void> {
  const change = await inOrganisation(actor, (tx) => readChange(tx, actor.orgId, changeId));
  for (const { group, lines } of checklistFor((change?.kinds ?? []).filter(isKindId))) {
    if (SIGNED_GROUPS.includes(group)) continue;
    for (const { key } of lines) {
      const wish = {
        key,
        seen: '' as const,
        state: 'passed' as const,
        because: '',
        doneOn: today(),
        attachment: '' as const,
      };
      done('checklist', await recordCheck(actor, changeId, wish));
    }
  }
}

/** Signs what lies before the verifier now. */
export async function closeWork(actor: Actor, changeId: string, { outcome, words }: Of<'close'>): Promise<void> {
  const shown = await inOrganisation(actor, async (tx) => {
    const change = await readChange(tx, actor.orgId, changeId);
    if (!change) throw new Error('The change of the demonstration is gone');
    return {
      snapshot: (await buildSnapshot(tx, actor, change)).sha256,
      done: (await compareWithPlan(tx, actor.orgId, change)).sha256,
    };
  });
  done('closing', await closeConfirmed(actor, changeId, { outcome, words, ...shown }, 'password'));
}
