/** Which earlier decisions were read for a change, and for which changes a decision was read. */
import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../../../db/client.server';
import { changes, rationaleUses } from '../../../db/schema/index.server';
import type { Difference } from './what-differs';

export interface RationaleUse {
  id: string;
  /** The change at the other end. */
  other: { id: string; reference: string; title: string };
  note: string;
  differences: Difference[];
  usedByName: string;
  usedAt: string;
}

const MOST_LISTED = 50;

/** The latest first. @param end "read_for": what was read for this change; "read_by": the changes this one was read for */
export async function usesOf(
  tx: Tx,
  orgId: string,
  changeId: string,
  end: 'read_for' | 'read_by',
): Promise<RationaleUse[]> {
  const other = alias(changes, 'other');
  const [own, far] =
    end === 'read_for'
      ? [rationaleUses.changeId, rationaleUses.fromChangeId]
      : [rationaleUses.fromChangeId, rationaleUses.changeId];
  const rows = await tx
    .select({ use: rationaleUses, reference: other.reference, title: other.title, otherId: other.id })
    .from(rationaleUses)
    .innerJoin(other, and(eq(other.orgId, rationaleUses.orgId), eq(other.id, far)))
    .where(and(eq(rationaleUses.orgId, orgId), eq(own, changeId)))
    .orderBy(desc(rationaleUses.usedAt), desc(rationaleUses.id))
    .limit(MOST_LISTED);
  return rows.map(({ use, reference, title, otherId }) => ({
    ...{ id: use.id, note: use.note, differences: use.differences, usedByName: use.usedByName },
    usedAt: use.usedAt.toISOString(),
    other: { id: otherId, reference, title: title.slice(0, 200) },
  }));
}
