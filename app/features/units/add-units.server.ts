/** Adding units of a model, several serial numbers at once. */
import { and, eq, inArray } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { lockModel, modelObject } from '../devices/model-row.server';
import { sourceOf } from '../provenance/source';
import { stateFactsOnMany } from '../provenance/state-facts.server';
import { statementsOf } from '../provenance/statements';
import type { SaveResult } from '../save-result';
import { forgetChoices } from './unit-choices.server';
import { UNIT_FIELDS } from './unit-fields';
import { type AddUnitsInput, unitValues } from './unit-form';

/** `id` is the model's, `ids` those of the new units. */
export type AddUnitsResult = { ok: true; id: string; ids: string[] } | Extract<SaveResult, { ok: false }>;

/**
 * Adds all units or none; a serial number the model already has is refused by name. Null when the organisation has no
 * such model.
 */
export const addUnits = (actor: Actor, modelId: string, input: AddUnitsInput): Promise<AddUnitsResult | null> =>
  inOrganisation(actor, async (tx): Promise<AddUnitsResult | null> => {
    // The model's row is the lock that keeps two people from adding the same serial number at once.
    const model = await lockModel(tx, actor.orgId, modelId);
    if (!model) return null;
    if (model.retiredAt) return refusal('', 'This model is retired. Restore it before you add units.');
    const taken = await tx
      .select({ serial: units.serial, retiredAt: units.retiredAt })
      .from(units)
      .where(
        and(
          eq(units.orgId, actor.orgId),
          eq(units.modelId, modelId),
          inArray(
            units.serial,
            input.serials.map(({ serial }) => serial),
          ),
        ),
      )
      .limit(6);
    if (taken.length > 0) return refusal('serials', takenInWords(taken));
    const all = input.serials.map((one) => unitValues(input, one));
    const rows = await tx
      .insert(units)
      .values(
        all.map((values) => ({
          orgId: actor.orgId,
          modelId,
          ...values,
          createdBy: actor.userId,
          updatedBy: actor.userId,
        })),
      )
      .returning({ id: units.id, serial: units.serial });
    const bySerial = new Map(all.map((values) => [values.serial, values]));
    const source = sourceOf(input);
    const subjects = rows.flatMap(({ id, serial }) => {
      const after = bySerial.get(serial);
      const said = { before: null, unknown: input.unknown, confirms: false, current: {} };
      return after ? [{ id, statements: statementsOf(UNIT_FIELDS, { ...said, after }) }] : [];
    });
    await stateFactsOnMany(tx, actor, 'unit', subjects, source, { known: false });
    await rematch(tx, actor.orgId, { modelId });
    await record(tx, auditActor(actor), {
      action: 'unit.created',
      object: modelObject(modelId, model.values),
      detail: { units: rows.map((row) => ({ ...row })), source: { ...source } },
    });
    forgetChoices(actor.orgId);
    return { ok: true, id: modelId, ids: rows.map(({ id }) => id) };
  });

const refusal = (field: string, message: string): AddUnitsResult => ({
  ok: false,
  errors: { [field]: [message] },
  conflict: null,
});

const takenInWords = (taken: { serial: string; retiredAt: Date | null }[]): string => {
  const named = taken.slice(0, 5).map(({ serial, retiredAt }) => {
    return `“${serial.slice(0, 60)}”${retiredAt ? ' (a retired unit: restore it)' : ''}`;
  });
  const more = taken.length > 5 ? ' and others' : '';
  return `Already in the register for this model: ${named.join(', ')}${more}.`;
};
