/** Open changes that one letter can ask about together: devices of the same maker and kind. */
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../../../db/client.server';
import { changes, deviceModels } from '../../../db/schema/index.server';
import type { ChangeRow } from './change-row.server';
import type { ChangeView } from './change-view';

/** States in which an answer of the maker still matters. */
export const OPEN_STATUSES = ['submitted', 'assessing', 'awaiting_supplier', 'options_ready', 'on_hold'] as const;
const MOST_OFFERED = 12;

/** At most twelve, the oldest first. */
export const alongside = (tx: Tx, orgId: string, change: ChangeRow): Promise<ChangeView['alongside']> => {
  const own = alias(deviceModels, 'own');
  return tx
    .select({ id: changes.id, reference: changes.reference, title: changes.title, modelName: deviceModels.name })
    .from(own)
    .innerJoin(
      deviceModels,
      and(
        eq(deviceModels.orgId, own.orgId),
        eq(deviceModels.supplierId, own.supplierId),
        eq(deviceModels.kindKey, own.kindKey),
      ),
    )
    .innerJoin(changes, and(eq(changes.orgId, deviceModels.orgId), eq(changes.modelId, deviceModels.id)))
    .where(
      and(
        eq(own.orgId, orgId),
        eq(own.id, change.modelId),
        ne(changes.id, change.id),
        inArray(changes.status, [...OPEN_STATUSES]),
      ),
    )
    .orderBy(asc(changes.createdAt), asc(changes.id))
    .limit(MOST_OFFERED);
};
