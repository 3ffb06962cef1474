/** Saying what an option costs and on what evidence. Two people at once: the second is told and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { changeOptions } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { optionsFor } from '../../regulation/compare';
import type { OptionId } from '../../regulation/options/option-result';
import { buildDossier } from '../changes/build-dossier.server';
import { changeObject, lockChange } from '../changes/change-row.server';
import { acceptsAnswers, STATUS_LABELS } from '../changes/change-status';
import { conflictOver } from '../conflict.server';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { reviewSignatures } from '../sign-off/review-signatures.server';
import { NOTHING_GIVEN, OPTION_FIELDS, type OptionFormInput, optionValues } from './option-form';
import { optionRow, rowColumns, rowValues } from './option-rows.server';
import { optionLabel } from './option-words';

/** Saves what was given; null when the change is not there, or does not have this option. */
export const describeOption = (
  actor: Actor,
  changeId: string,
  option: OptionId,
  input: OptionFormInput,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    // The lock on the change makes two first writers of one option wait for each other.
    const change = await lockChange(tx, actor.orgId, changeId);
    if (!change) return null;
    const { dossier } = await buildDossier(tx, actor, change);
    if (!optionsFor(dossier).includes(option)) return null;
    if (!acceptsAnswers(change.status)) {
      return refused('', `This change is ${STATUS_LABELS[change.status]}: its options are no longer edited.`);
    }
    const row = await optionRow(tx, actor.orgId, changeId, option);
    const values = optionValues(input);
    const changed = fieldChanges(OPTION_FIELDS, row ? rowValues(row) : NOTHING_GIVEN, values);
    if (row && input.version !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(changeId);
    const version = (row?.version ?? 0) + 1;
    const columns = { ...rowColumns(values), version, updatedAt: new Date(), updatedBy: actor.userId };
    if (row) {
      await tx
        .update(changeOptions)
        .set(columns)
        .where(and(eq(changeOptions.orgId, actor.orgId), eq(changeOptions.id, row.id)));
    } else {
      await tx
        .insert(changeOptions)
        .values({ orgId: actor.orgId, changeId, option, ...columns, createdBy: actor.userId });
    }
    const voided = await reviewSignatures(tx, actor, changeId);
    await record(tx, auditActor(actor), ...voided, {
      action: 'change.option_described',
      object: changeObject(change),
      detail: { option, label: optionLabel(option), version, changed: changed.map((one) => ({ ...one })) },
    });
    return saved(changeId);
  });
