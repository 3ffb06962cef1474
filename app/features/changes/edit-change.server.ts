/** Editing a proposal's own fields and units. Two editors: the second is told, sees both values and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation, type Tx } from '../../../db/client.server';
import { changes } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { assessWithin } from '../assessments/assess-change.server';
import { presentMoment } from '../today';
import { type ChangeRow, changeObject, lockChange } from './change-row.server';
import { isEditable, STATUS_LABELS } from './change-status';
import { chooseUnits } from './choose-units.server';
import { type EditConflict, editConflict } from './edit-conflict.server';
import type { FieldErrors } from './posted';
import { fieldChanges, type ProposalFields } from './proposal-row';
import { RefusedInside } from './refusal.server';
import type { UnitChoice } from './unit-choice';

export interface ChangeEdit {
  /** Version on which the form was based. */
  version: number;
  /** Fields to set; the others stay. */
  fields: Partial<ProposalFields>;
  units?: UnitChoice;
  /** Where an unfinished proposal is taken up again. */
  step?: string;
}

export type EditChangeResult =
  | { ok: true; id: string; reference: string; version: number }
  | { ok: false; errors: FieldErrors; conflict: EditConflict | null };

const refused = (message: string): EditChangeResult => ({ ok: false, errors: { '': [message] }, conflict: null });

/** Edits a change. Null when it does not exist in the actor's organisation. */
export async function editChange(actor: Actor, id: string, edit: ChangeEdit): Promise<EditChangeResult | null> {
  try {
    return await inOrganisation(actor, async (tx) => {
      const change = await lockChange(tx, actor.orgId, id);
      return change && editWithin(tx, actor, change, edit);
    });
  } catch (error) {
    if (error instanceof RefusedInside) return { ok: false, errors: error.errors, conflict: null };
    throw error;
  }
}

/** As `editChange`, inside the caller's transaction and on a change it holds locked. */
export async function editWithin(tx: Tx, actor: Actor, change: ChangeRow, edit: ChangeEdit): Promise<EditChangeResult> {
  if (!isEditable(change.status))
    return refused(`This change is ${STATUS_LABELS[change.status]} and no longer edited.`);
  if (edit.version !== change.version) {
    const conflict = await editConflict(tx, actor.orgId, change, edit.version, edit.fields);
    if (conflict) return { ok: false, errors: {}, conflict };
  }
  const units = edit.units && (await chooseUnits(tx, actor.orgId, change, edit.units));
  if (units && !units.ok) throw new RefusedInside(units.errors);
  const changed = fieldChanges(change, edit.fields);
  const isEdit = changed.length > 0 || units?.changed === true;
  const version = isEdit ? change.version + 1 : change.version;
  const step = edit.step ?? change.step;
  if (!isEdit && step === change.step) return { ok: true, id: change.id, reference: change.reference, version };
  const [row] = await tx
    .update(changes)
    .set({ ...edit.fields, step, version, ...(isEdit ? { updatedAt: presentMoment(), updatedBy: actor.userId } : {}) })
    .where(and(eq(changes.orgId, actor.orgId), eq(changes.id, change.id), eq(changes.version, change.version)))
    .returning();
  if (!row) throw new Error(`Change ${change.reference} moved on although it was locked`);
  if (isEdit) {
    const unitDetail = units?.changed ? [{ field: 'units', label: 'Units', ...unitTexts(units) }] : [];
    const { events } = await assessWithin(tx, actor, { ...row, status: change.status });
    const edited = {
      action: 'change.edited' as const,
      object: changeObject(change),
      detail: { version, changed: [...changed.map((one) => ({ ...one })), ...unitDetail] },
    };
    await record(tx, auditActor(actor), edited, ...events);
  }
  return { ok: true, id: change.id, reference: change.reference, version };
}

const unitTexts = ({ before, after }: { before: number; after: number }) => ({ from: `${before}`, to: `${after}` });
