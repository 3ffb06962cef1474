/** Who writes and to whom: the organisation, the person behind an act, the supplier and its contact. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { organisations, supplierContacts, suppliers, users } from '../../../db/schema/index.server';
import type { AuditActor } from '../../audit/events';
import type { Person } from './drafting/material';

export interface Sender {
  organisation: string;
  lines?: string[];
  telephone?: string;
}

export async function senderOf(tx: Tx, orgId: string): Promise<Sender> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, orgId));
  if (!row) throw new Error('The organisation cannot be read');
  return {
    organisation: row.name,
    ...(row.address.length > 0 ? { lines: row.address } : {}),
    ...(row.telephone ? { telephone: row.telephone } : {}),
  };
}

/** The named contact of a letter: who drafts it, with the organisation's telephone. Nobody for what runs by itself. */
export async function contactOf(tx: Tx, by: AuditActor, sender: Sender): Promise<Person> {
  if (!by.userId) return {};
  const [row] = await tx
    .select({ email: users.email, jobTitle: users.jobTitle })
    .from(users)
    .where(and(eq(users.orgId, by.orgId), eq(users.id, by.userId)));
  return {
    name: by.name,
    ...(row?.jobTitle ? { role: row.jobTitle } : {}),
    ...(row?.email ? { email: row.email } : {}),
    ...(sender.telephone ? { telephone: sender.telephone } : {}),
  };
}

export interface Recipient {
  supplierId: string;
  supplierName: string;
  lines?: string[];
  contactId: string | null;
  name: string;
  role: string;
  email: string;
}

/**
 * The supplier and the person chosen. Null when the supplier does not exist here; `contact` null in the result stands
 * for nobody by name. A contact of somebody else, or a retired one, is refused.
 */
export async function recipientOf(
  tx: Tx,
  orgId: string,
  supplierId: string,
  contactId: string | null,
): Promise<Recipient | 'no supplier' | 'no contact'> {
  const [supplier] = await tx
    .select({ name: suppliers.name, address: suppliers.address })
    .from(suppliers)
    .where(and(eq(suppliers.orgId, orgId), eq(suppliers.id, supplierId)));
  if (!supplier) return 'no supplier';
  const to = {
    supplierId,
    supplierName: supplier.name,
    ...(supplier.address.length > 0 ? { lines: supplier.address } : {}),
  };
  if (contactId === null) return { ...to, contactId, name: '', role: '', email: '' };
  const [person] = await tx
    .select({ name: supplierContacts.name, role: supplierContacts.role, email: supplierContacts.email })
    .from(supplierContacts)
    .where(
      and(
        eq(supplierContacts.orgId, orgId),
        eq(supplierContacts.id, contactId),
        eq(supplierContacts.supplierId, supplierId),
        isNull(supplierContacts.retiredAt),
      ),
    );
  return person ? { ...to, contactId, ...person } : 'no contact';
}
