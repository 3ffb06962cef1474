/** The few words that head every page under one change. */
import type { Tx } from '../../../db/client.server';
import { readChange } from './change-row.server';
import { STATUS_LABELS } from './change-status';

export interface ChangeBrief {
  id: string;
  reference: string;
  title: string;
  statusLabel: string;
}

/** Null when the change does not exist in the organisation. */
export async function changeBrief(tx: Tx, orgId: string, id: string): Promise<ChangeBrief | null> {
  const change = await readChange(tx, orgId, id);
  return change && { id, reference: change.reference, title: change.title, statusLabel: STATUS_LABELS[change.status] };
}
