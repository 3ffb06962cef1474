/** Rows of suppliers and contacts, locked for an edit. */
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { supplierContacts, suppliers } from '../../../db/schema/index.server';

export type SupplierRow = typeof suppliers.$inferSelect;
export type ContactRow = typeof supplierContacts.$inferSelect;

/** Locks and reads a supplier, or null when the organisation has no such supplier. */
export async function lockSupplier(tx: Tx, orgId: string, id: string): Promise<SupplierRow | null> {
  const [row] = await tx
    .select()
    .from(suppliers)
    .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, id)))
    .for('update');
  return row ?? null;
}

/** Locks and reads a contact of a supplier, or null when there is none such. */
export async function lockContact(tx: Tx, orgId: string, supplierId: string, id: string): Promise<ContactRow | null> {
  const [row] = await tx
    .select()
    .from(supplierContacts)
    .where(
      and(eq(supplierContacts.orgId, orgId), eq(supplierContacts.supplierId, supplierId), eq(supplierContacts.id, id)),
    )
    .for('update');
  return row ?? null;
}

/** What the audit trail calls a supplier. */
export const supplierObject = (id: string, name: string) => ({ type: 'supplier', id, ref: name.slice(0, 300) });

/** What the audit trail calls a contact: found under its supplier. */
export const contactObject = (id: string, name: string) => ({ type: 'contact', id, ref: name.slice(0, 300) });
