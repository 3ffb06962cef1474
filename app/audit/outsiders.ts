/** Who acts where no signed-in person does: Changemark itself, and a supplier's contact behind a reply link. */
import type { AuditActor } from './events';

/** A job: what it does follows from what people decided before, and the events say what. */
export const inTheBackground = (orgId: string): AuditActor => ({
  orgId,
  userId: null,
  name: 'Changemark',
  role: 'in_the_background',
});

/**
 * Somebody behind a reply link. The name is what that person typed, which nobody has verified; before any was typed it
 * is "holder of the reply link".
 */
export const supplierContact = (
  orgId: string,
  name: string,
  { requestId, address }: { requestId?: string; address?: string } = {},
): AuditActor => ({
  orgId,
  userId: null,
  name: name.trim() || 'holder of the reply link',
  role: 'supplier_contact',
  ...(requestId ? { requestId } : {}),
  ...(address ? { address } : {}),
});
