/** Editing a supplier. Two editors: the second is told, sees both values and loses nothing. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { suppliers } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { rematch } from '../advisories/rematch.server';
import { conflictOver } from '../conflict.server';
import { sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { fieldChanges, statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';
import { TAKEN } from './create-supplier.server';
import { type EditSupplierForm, SUPPLIER_FIELDS, supplierValues } from './supplier-form';
import { lockSupplier, supplierObject } from './supplier-row.server';

/** Saves an edit; null when the organisation has no such supplier. */
export const editSupplier = (
  actor: Actor,
  id: string,
  input: z.output<typeof EditSupplierForm>,
): Promise<SaveResult | null> =>
  unlessTaken<SaveResult | null>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      const row = await lockSupplier(tx, actor.orgId, id);
      if (!row) return null;
      if (row.retiredAt) return refused('', 'This supplier is retired. Restore it before you edit it.');
      const values = supplierValues(input);
      const changed = fieldChanges(SUPPLIER_FIELDS, row, values);
      if (input.version !== row.version) {
        const conflict = await conflictOver(tx, row, changed);
        if (conflict) return conflict;
      }
      const statements = statementsOf(SUPPLIER_FIELDS, {
        before: row,
        after: values,
        unknown: [],
        confirms: input.confirms === 'yes',
        current: {},
      });
      if (statements.length === 0) return saved(id);
      await tx
        .update(suppliers)
        .set({ ...values, version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
        .where(and(eq(suppliers.orgId, actor.orgId), eq(suppliers.id, id)));
      const source = sourceOf(input);
      await stateFacts(tx, actor, { type: 'supplier', id }, statements, source);
      // Makers are compared by name: every model of this one may match otherwise now.
      if (values.name !== row.name) await rematch(tx, actor.orgId, {});
      await record(tx, auditActor(actor), {
        action: 'supplier.changed',
        object: supplierObject(id, values.name),
        detail: {
          version: row.version + 1,
          changed: changed.map((one) => ({ ...one })),
          stated: statements.map(({ field }) => field),
          source: { ...source },
        },
      });
      return saved(id);
    }),
  );
