/** Adding a supplier. */
import { inOrganisation } from '../../../db/client.server';
import { suppliers } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { sourceOf } from '../provenance/source';
import { stateFacts } from '../provenance/state-facts.server';
import { statementsOf } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { unlessTaken } from '../unique.server';
import { SUPPLIER_FIELDS, type SupplierInput, supplierValues } from './supplier-form';
import { supplierObject } from './supplier-row.server';

/** Index name → refusal, for both ways of saving a supplier. */
export const TAKEN = {
  suppliers_name_once: refused('name', 'A supplier of this name is in the register already, perhaps a retired one.'),
};

/** Adds a supplier; the id, or what is wrong with the form. */
export const createSupplier = (actor: Actor, input: SupplierInput): Promise<SaveResult> =>
  unlessTaken<SaveResult>(TAKEN, () =>
    inOrganisation(actor, async (tx) => {
      const values = supplierValues(input);
      const [row] = await tx
        .insert(suppliers)
        .values({ orgId: actor.orgId, ...values, createdBy: actor.userId, updatedBy: actor.userId })
        .returning({ id: suppliers.id });
      if (!row) throw new Error('The supplier was not stored');
      const source = sourceOf(input);
      const statements = statementsOf(SUPPLIER_FIELDS, {
        before: null,
        after: values,
        unknown: [],
        confirms: false,
        current: {},
      });
      await stateFacts(tx, actor, { type: 'supplier', id: row.id }, statements, source, { known: false });
      await record(tx, auditActor(actor), {
        action: 'supplier.created',
        object: supplierObject(row.id, values.name),
        detail: { stated: statements.map((one) => ({ ...one })), source: { ...source } },
      });
      return saved(row.id);
    }),
  );
