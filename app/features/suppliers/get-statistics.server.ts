/** The statistics page of a supplier: the numbers of its record. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { readRecord } from './record/read-record.server';
import type { SupplierRecordData } from './record/record-model';

/** Null when the organisation has no such supplier. */
export const getStatistics = (actor: Actor, supplierId: string): Promise<SupplierRecordData | null> =>
  inOrganisation(actor, (tx) => readRecord(tx, actor.orgId, supplierId, { letters: 0 }));
