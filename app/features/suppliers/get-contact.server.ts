/** One contact, for its form. */
import { and, eq, isNull } from 'drizzle-orm';
import { inOrganisation } from '../../../db/client.server';
import { supplierContacts, suppliers } from '../../../db/schema/index.server';
import type { Actor } from '../../guard/actor';
import type { ContactValues } from './supplier-form';

export interface ContactPage {
  supplier: { id: string; name: string };
  contact: ContactValues & { id: string; version: number };
}

/** Reads a contact that was not removed; null when the supplier has no such contact. */
export const getContact = (actor: Actor, supplierId: string, id: string): Promise<ContactPage | null> =>
  inOrganisation(actor, async (tx) => {
    const [found] = await tx
      .select({ contact: supplierContacts, supplier: suppliers.name })
      .from(supplierContacts)
      .innerJoin(
        suppliers,
        and(eq(suppliers.orgId, supplierContacts.orgId), eq(suppliers.id, supplierContacts.supplierId)),
      )
      .where(
        and(
          eq(supplierContacts.orgId, actor.orgId),
          eq(supplierContacts.supplierId, supplierId),
          eq(supplierContacts.id, id),
          isNull(supplierContacts.retiredAt),
        ),
      );
    if (!found) return null;
    const { version, name, role, email, telephone } = found.contact;
    return {
      supplier: { id: supplierId, name: found.supplier },
      contact: { id, version, name, role, email, telephone },
    };
  });
