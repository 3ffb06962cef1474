/** Adding a contact of a supplier: whom letters go to. */
import { inOrganisation } from '../../../db/client.server';
import { supplierContacts } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { type ContactInput, contactValues } from './supplier-form';
import { contactObject, lockSupplier } from './supplier-row.server';

/** Adds a contact; null when the organisation has no such supplier. */
export const addContact = (actor: Actor, supplierId: string, input: ContactInput): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const supplier = await lockSupplier(tx, actor.orgId, supplierId);
    if (!supplier) return null;
    if (supplier.retiredAt) return refused('', 'This supplier is retired. Restore it before you add a contact.');
    const values = contactValues(input);
    const [row] = await tx
      .insert(supplierContacts)
      .values({ orgId: actor.orgId, supplierId, ...values, createdBy: actor.userId, updatedBy: actor.userId })
      .returning({ id: supplierContacts.id });
    if (!row) throw new Error('The contact was not stored');
    await record(tx, auditActor(actor), {
      action: 'contact.created',
      object: contactObject(row.id, values.name),
      detail: { supplierId, ...values },
    });
    return saved(row.id);
  });
