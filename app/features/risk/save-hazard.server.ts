/** Adding a hazard to the log of a change, and editing one. Accepting and closing is for clinical safety. */
import { and, eq, max } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { hazards } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { can } from '../../guard/permissions';
import { type ChangeRow, changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { conflictOver } from '../conflict.server';
import { type FieldChange, fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { presentMoment } from '../today';
import { HAZARD_FIELDS, type HazardInput, type HazardStatus, hazardValues, NO_HAZARD } from './hazard-form';
import type { HazardRow } from './risk-rows.server';

/** Null when the change or the hazard is not there. `hazardId` null adds one. */
export const saveHazard = (
  actor: Actor,
  changeId: string,
  hazardId: string | null,
  input: HazardInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    // The lock on the change orders the numbers of new hazards, and two editors of one.
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const row = hazardId === null ? null : await readHazard(tx, actor.orgId, changeId, hazardId);
    if (hazardId !== null && !row) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its hazard log is no longer edited.`);
    }
    const values = hazardValues(input);
    const changed = fieldChanges(HAZARD_FIELDS, row ?? NO_HAZARD, values);
    if (row && input.version !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (settles(values.status) && values.status !== row?.status && !can(actor, 'change:judge_safety')) {
      return refused('status', 'Accepting or closing a hazard is for the clinical safety officer.');
    }
    // What was accepted was accepted as it stood: whoever else changes it opens it again.
    const reopens = row && settles(row.status) && settles(values.status) && !can(actor, 'change:judge_safety');
    if (reopens && changed.length > 0) {
      return refused('status', `This hazard is ${row.status}. Set it to open or controlled with your change.`);
    }
    if (row && changed.length === 0) return saved(row.id);
    const id = row ? await update(tx, actor, row, values) : await insert(tx, actor, changeId, values);
    const fallen = await reviewSignatures(tx, actor, changeId);
    await record(tx, auditActor(actor), eventOf(change, row, id, changed), ...fallen);
    return saved(id.id);
  });

/** One hazard of a change. */
export async function readHazard(tx: Tx, orgId: string, changeId: string, id: string): Promise<HazardRow | null> {
  const [row] = await tx
    .select()
    .from(hazards)
    .where(and(eq(hazards.orgId, orgId), eq(hazards.changeId, changeId), eq(hazards.id, id)));
  return row ?? null;
}

const settles = (status: HazardStatus): boolean => status === 'accepted' || status === 'closed';

type Values = ReturnType<typeof hazardValues>;
type Saved = Pick<HazardRow, 'id' | 'number' | 'version'>;

async function insert(tx: Tx, actor: Actor, changeId: string, values: Values): Promise<Saved> {
  const [last] = await tx
    .select({ number: max(hazards.number) })
    .from(hazards)
    .where(and(eq(hazards.orgId, actor.orgId), eq(hazards.changeId, changeId)));
  const number = (last?.number ?? 0) + 1;
  const [row] = await tx
    .insert(hazards)
    .values({ orgId: actor.orgId, changeId, number, ...values, createdBy: actor.userId, updatedBy: actor.userId })
    .returning({ id: hazards.id, number: hazards.number, version: hazards.version });
  if (!row) throw new Error('The hazard was not stored');
  return row;
}

async function update(tx: Tx, actor: Actor, row: HazardRow, values: Values): Promise<Saved> {
  const version = row.version + 1;
  await tx
    .update(hazards)
    .set({ ...values, version, updatedAt: presentMoment(), updatedBy: actor.userId })
    .where(and(eq(hazards.orgId, actor.orgId), eq(hazards.id, row.id)));
  return { id: row.id, number: row.number, version };
}

const eventOf = (change: ChangeRow, row: HazardRow | null, now: Saved, changed: readonly FieldChange[]) => ({
  action: row ? ('hazard.changed' as const) : ('hazard.added' as const),
  object: changeObject(change),
  detail: {
    hazard: now.id,
    number: now.number,
    version: now.version,
    changed: changed.map((one) => ({ ...one })),
  },
});
