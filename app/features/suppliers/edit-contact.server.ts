/** Editing a contact of a supplier. Two editors: the second is told, sees both values and loses nothing. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inOrganisation } from '../../../db/client.server';
import { supplierContacts } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { conflictOver } from '../conflict.server';
import { fieldChanges } from '../provenance/statements';
import { refused, type SaveResult, saved } from '../save-result';
import { CONTACT_FIELDS, contactValues, type EditContactForm } from './supplier-form';
import { contactObject, lockContact } from './supplier-row.server';

/** Saves an edit; null when the supplier has no such contact. */
export const editContact = (
  actor: Actor,
  supplierId: string,
  id: string,
  input: z.output<typeof EditContactForm>,
): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockContact(tx, actor.orgId, supplierId, id);
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This contact was removed. Add a new one instead.');
    const values = contactValues(input);
    const changed = fieldChanges(CONTACT_FIELDS, row, values);
    if (input.version !== row.version) {
      const conflict = await conflictOver(tx, row, changed);
      if (conflict) return conflict;
    }
    if (changed.length === 0) return saved(id);
    await tx
      .update(supplierContacts)
      .set({ ...values, version: row.version + 1, updatedAt: new Date(), updatedBy: actor.userId })
      .where(and(eq(supplierContacts.orgId, actor.orgId), eq(supplierContacts.id, id)));
    await record(tx, auditActor(actor), {
      action: 'contact.changed',
      object: contactObject(id, values.name),
      detail: { supplierId, version: row.version + 1, changed: changed.map((one) => ({ ...one })) },
    });
    return saved(id);
  });
