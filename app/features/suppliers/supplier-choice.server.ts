/** The maker a form names: one of the register, or a new one that is added with what the form saves. */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { suppliers } from '../../../db/schema/index.server';
import type { AuditEvent } from '../../audit/events';
import type { Actor } from '../../guard/actor';

export interface ChosenSupplier {
  id: string;
  name: string;
  /** True when it was added just now; the caller records that too. */
  added: boolean;
}

/**
 * Finds or adds the maker; null when the one chosen is not in the register, or retired.
 * @param keep id of the maker a record already has, which it may keep although that supplier was retired since
 */
export async function chosenSupplier(
  tx: Tx,
  actor: Actor,
  choice: { supplierId: string; newSupplier: string },
  keep?: string,
): Promise<ChosenSupplier | null> {
  if (choice.supplierId !== 'new') {
    const [found] = await tx
      .select({ id: suppliers.id, name: suppliers.name })
      .from(suppliers)
      .where(
        and(
          eq(suppliers.orgId, actor.orgId),
          eq(suppliers.id, choice.supplierId),
          or(isNull(suppliers.retiredAt), keep ? eq(suppliers.id, keep) : undefined),
        ),
      );
    return found ? { ...found, added: false } : null;
  }
  const [made] = await tx
    .insert(suppliers)
    .values({ orgId: actor.orgId, name: choice.newSupplier, createdBy: actor.userId, updatedBy: actor.userId })
    .returning({ id: suppliers.id, name: suppliers.name });
  return made ? { ...made, added: true } : null;
}

/** The act of adding a maker on the way, for the audit trail; nothing when it was there already. */
export const supplierAdded = ({ added, id, name }: ChosenSupplier): AuditEvent[] =>
  added
    ? [{ action: 'supplier.created', object: { type: 'supplier', id, ref: name.slice(0, 300) }, detail: { name } }]
    : [];
