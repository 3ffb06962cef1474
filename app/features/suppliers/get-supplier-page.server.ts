/** The first screen of a supplier: how it stands, what is overdue, its latest letters, then what is on file. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import type { ContradictionView } from '../claims/contradiction-view';
import { contradictionsOf } from '../claims/read-contradictions.server';
import { placeOf } from '../clocks/place.server';
import { today } from '../today';
import { getSupplier, type SupplierPage } from './get-supplier.server';
import { readLetters } from './record/read-record.server';
import { readOverdue, readStanding } from './record/read-standing.server';
import type { OverdueLetter, RecordLetter, Standing } from './record/record-model';

export interface SupplierFirstScreen extends SupplierPage {
  today: string;
  standing: Standing;
  overdue: OverdueLetter[];
  letters: RecordLetter[];
  contradictions: ContradictionView[];
}

const LATEST = 10;

/** Reads the page; null when the organisation has no such supplier. */
export async function getSupplierPage(actor: Actor, id: string): Promise<SupplierFirstScreen | null> {
  const supplier = await getSupplier(actor, id);
  if (!supplier) return null;
  const contradictions = await contradictionsOf(actor, { supplierId: id });
  return inOrganisation(actor, async (tx) => {
    const { orgId } = actor;
    const day = today();
    const { calendar } = await placeOf(tx, orgId);
    return {
      ...supplier,
      today: day,
      standing: await readStanding(tx, orgId, id, day, calendar),
      overdue: await readOverdue(tx, orgId, id, day, calendar),
      letters: await readLetters(tx, orgId, id, LATEST),
      contradictions,
    };
  });
}
