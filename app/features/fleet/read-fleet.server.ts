/** Every figure of the fleet, in four queries however many units there are. */
import type { Tx } from '../../../db/client.server';
import { readExposure } from '../suppliers/record/read-exposure.server';
import type { Exposure } from '../suppliers/statistics/exposure';
import { type FleetBasis, readBasis } from './basis.server';
import { type Figure, type SupportGroup, supportGroups, unitFigures } from './figures';
import { readUnitFigures, type UnitFigures } from './unit-figures.server';
import type { UnitWhy } from './unit-whys';
import { readWaitingFigures, type WaitingFigure } from './waiting-figures.server';

export interface FleetFigures {
  basis: FleetBasis;
  units: Record<UnitWhy, Figure>;
  total: number;
  silentSince: string | null;
  groups: SupportGroup[];
  sites: UnitFigures['sites'];
  waiting: WaitingFigure[];
  exposure: Exposure;
}

/** @param trends whether the earlier days are read too */
export async function readFleet(tx: Tx, orgId: string, today: string, trends = true): Promise<FleetFigures> {
  const basis = await readBasis(tx, orgId, today, trends);
  const counted = await readUnitFigures(tx, orgId);
  const groups = supportGroups(counted.systems, basis.supportOf);
  return {
    basis,
    units: unitFigures(counted.counts, groups),
    total: counted.counts.total,
    silentSince: counted.counts.silentSince,
    groups,
    sites: counted.sites,
    waiting: await readWaitingFigures(tx, orgId, today),
    exposure: await readExposure(tx, orgId, null, today),
  };
}
