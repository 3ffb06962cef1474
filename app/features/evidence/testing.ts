/** A change as the rules of completeness see it, with everything in order, to be altered by a test. */

import { inOrganisation } from '../../../db/client.server';
import { type House, submitted } from '../changes/testing';
import { gather } from './gather.server';
import type { ChangeMaterial } from './material';

const nobody = '00000000-0000-7000-8000-000000000001';
const at = '2026-11-20T09:00:00.000Z';

/** A submitted change of a house, read as a pack reads it. */
export async function aChange(house: House): Promise<ChangeMaterial> {
  const id = await submitted(house);
  const { changes } = await inOrganisation(house.auditor, (tx) => gather(tx, house.orgId, [id]));
  const [one] = changes;
  if (!one) throw new Error('The change was not read');
  return one;
}

/** Rows in the shape of the material; only what a rule looks at is given. */
export const row = <T>(over: Partial<T>): T => ({ id: nobody, changeId: nobody, ...over }) as T;

export const MOMENT = at;
