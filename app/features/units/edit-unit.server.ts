/** Editing a unit. Two editors: the second is told, sees both values and loses nothing. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { units } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { conflictOver } from '../conflict.server';
import { currentFacts } from '../provenance/facts-of.server';
import { sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { fieldChanges, statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';
import { forgetChoices } from './unit-choices.server';
import { UNIT_FIELDS } from './unit-fields';
import { type EditUnitInput, unitValues } from './unit-form';
import { lockUnit, unitObject } from './unit-row.server';

/** What advisories are held against. */
const RUNNING = new Set(['installedVersion', 'osProduct', 'osRelease']);

const TAKEN = { units_serial_once: refused('serial', 'Another unit of this model has this serial number.') };

/** Saves an edit; null when the organisation has no such unit. */
export const editUnit = (actor: Actor, id: string, input: EditUnitInput): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      const row = await lockUnit(tx, actor.orgId, id);
      if (!row) return null;
      if (row.retiredAt) return refused('', 'This unit is retired. Restore it before you edit it.');
      const values = unitValues(input, input);
      const changed = fieldChanges(UNIT_FIELDS, row, values);
      if (input.version !== row.version) {
        const conflict = await conflictOver(tx, row, changed);
        if (conflict) return conflict;
      }
      const subject = { type: 'unit', id } as const;
      const statements = statementsOf(UNIT_FIELDS, {
        before: row,
        after: values,
        unknown: input.unknown,
        confirms: input.confirms === 'yes',
        current: await currentFacts(tx, actor.orgId, subject),
      });
      if (statements.length === 0) return saved(id);
      await tx
        .update(units)
        .set({ ...values, version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
        .where(and(eq(units.orgId, actor.orgId), eq(units.id, id)));
      const source = sourceOf(input);
      await stateFacts(tx, actor, subject, statements, source);
      if (changed.some(({ field }) => RUNNING.has(field))) await rematch(tx, actor.orgId, { modelId: row.modelId });
      await record(tx, auditActor(actor), {
        action: 'unit.changed',
        object: unitObject(id, values.serial),
        detail: {
          version: row.version + 1,
          changed: changed.map((one) => ({ ...one })),
          stated: statements.map(({ field }) => field),
          source: { ...source },
        },
      });
      forgetChoices(actor.orgId);
      return saved(id);
    }),
  );
