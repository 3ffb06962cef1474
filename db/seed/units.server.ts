/** The units of a demonstration organisation: inserted in bulk, each field with its source, recorded as one act. */
import { record } from '../../app/audit/append.server';
import { osOfKey } from '../../app/features/devices/os-support';
import { stateFactsOnMany } from '../../app/features/provenance/state-facts.server';
import { statementsOf } from '../../app/features/provenance/statements';
import { UNIT_FIELDS, type UnitValues } from '../../app/features/units/unit-fields';
import { auditActor } from '../../app/guard/guard.server';
import { inOrganisation } from '../client.server';
import { units } from '../schema/index.server';
import type { DemoActors } from './actors';
import { PLACES } from './catalogue/places';
import { INVENTORY } from './catalogue/suppliers';
import type { DemoModel, DemoSite, DemoUnits } from './catalogue/types';
import { between, dealt, seeded } from './random';

/** The units a plan describes, the same each time. */
export function plannedUnits(site: DemoSite, plan: DemoUnits, index: number): UnitValues[] {
  const random = seeded(7919 * (index + 1) + site.length);
  const places = PLACES[site][plan.places];
  const versions = dealt(random, plan.versions ?? {});
  const systems = dealt(random, plan.systems ?? {});
  return Array.from({ length: plan.count }, (_, at): UnitValues => {
    const place = places[at % places.length] ?? { site: '', location: '', zone: '', owner: '' };
    const year = between(random, ...plan.years);
    const suppliedOn = `${year}-${String(between(random, 1, 12)).padStart(2, '0')}-${String(between(random, 1, 28)).padStart(2, '0')}`;
    const { product, release } = osOfKey(systems[at] ?? '');
    return {
      // A step wider than the scatter keeps serial numbers apart.
      serial: `${plan.prefix}${String(100_000 + index * 3_571 + at * 17 + between(random, 0, 16))}`,
      assetTag: `${site === 'northbridge' ? 'NUH' : 'KSA'}-${String(index * 1000 + at + 1).padStart(6, '0')}`,
      site: place.site,
      location: place.location,
      networkZone: place.zone,
      installedVersion: versions[at] ?? '',
      osProduct: product,
      osRelease: release,
      owner: place.owner,
      // One in nine nobody has a delivery note for.
      suppliedOn: random() < 0.11 ? null : suppliedOn,
      notes: '',
    };
  });
}

/** Stores the units of these models in one transaction. */
export async function seedUnits(
  { engineer }: DemoActors,
  site: DemoSite,
  models: readonly { id: string; model: DemoModel; index: number }[],
): Promise<void> {
  const source = { saidBy: '', document: INVENTORY[site], page: '', date: '2026-09-14' };
  await inOrganisation(engineer, async (tx) => {
    const stamp = { orgId: engineer.orgId, createdBy: engineer.userId, updatedBy: engineer.userId };
    const planned = models.flatMap(({ id, model, index }) => {
      const plan = model.units[site];
      return plan ? plannedUnits(site, plan, index).map((values) => ({ modelId: id, values })) : [];
    });
    const rows = await tx
      .insert(units)
      .values(planned.map(({ modelId, values }) => ({ ...stamp, modelId, ...values })))
      .returning();
    const said = { before: null, unknown: [], confirms: false, current: {} };
    const subjects = rows.map((row) => ({
      id: row.id,
      statements: statementsOf(UNIT_FIELDS, { ...said, after: row }),
    }));
    await stateFactsOnMany(tx, engineer, 'unit', subjects, source, { known: false });
    await record(tx, auditActor(engineer), {
      action: 'unit.created',
      object: { type: 'list', id: null, ref: `${rows.length} demonstration units` },
      detail: { units: rows.length, models: models.length, source: { ...source } },
    });
  });
}
