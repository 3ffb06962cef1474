/** Taking a contact off a supplier: left, or never was right. Letters that named them keep the name. */
import { and, eq } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { supplierContacts } from '../../../db/schema/index.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { refused, type SaveResult, saved } from '../save-result';
import { contactObject, lockContact } from './supplier-row.server';

/** Retires a contact; null when the supplier has no such contact. */
export const retireContact = (actor: Actor, supplierId: string, id: string): Promise<SaveResult | null> =>
  inOrganisation(actor, async (tx) => {
    const row = await lockContact(tx, actor.orgId, supplierId, id);
    if (!row) return null;
    if (row.retiredAt) return refused('', 'This contact was removed already.');
    const now = new Date();
    await tx
      .update(supplierContacts)
      .set({ retiredAt: now, version: row.version + 1, updatedAt: now, updatedBy: actor.userId })
      .where(and(eq(supplierContacts.orgId, actor.orgId), eq(supplierContacts.id, id)));
    await record(tx, auditActor(actor), {
      action: 'contact.retired',
      object: contactObject(id, row.name),
      detail: { supplierId },
    });
    return saved(id);
  });
