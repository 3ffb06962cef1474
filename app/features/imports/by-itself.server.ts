/** Whether an import that no person brought may be applied without one. */
import type { Tx } from '../../../db/client.server';
import { feedWarnings } from './feed-warnings.server';
import type { ImportRow } from './import-row.server';

/** Only feeds, only what came from where an administrator said, and only when nothing is refused, older or mostly gone. */
export async function mayApplyByItself(tx: Tx, row: ImportRow, counts: Record<string, number>): Promise<boolean> {
  if (!row.options.byItself || row.purpose !== 'feed' || (counts.refused ?? 0) > 0) return false;
  return (await feedWarnings(tx, row, counts)).length === 0;
}
