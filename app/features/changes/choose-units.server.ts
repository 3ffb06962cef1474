/** Which units a change is for: all of the model, whole wards, or picked ones. Stored as a list that does not drift. */
import { and, eq, inArray, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { changeUnits, units } from '../../../db/schema/index.server';
import type { UnitChoice } from './unit-choice';
import { unitCount } from './unit-count.server';

/** A list longer than this is not picked by hand, and one statement carries it. */
const MOST_PICKED = 5000;

export type ChooseUnitsResult =
  | { ok: true; before: number; after: number; changed: boolean }
  | { ok: false; errors: Record<string, string[]> };

/**
 * Replaces the units of a change by those chosen; units that were retired or belong to another model never count.
 * `mode: later` leaves the list as it is. The caller holds the change's lock and records the act.
 */
export async function chooseUnits(
  tx: Tx,
  orgId: string,
  change: { id: string; modelId: string },
  choice: UnitChoice,
): Promise<ChooseUnitsResult> {
  const before = await unitCount(tx, orgId, change.id);
  if (choice.mode === 'later') return { ok: true, before, after: before, changed: false };
  const inUse = and(eq(units.orgId, orgId), eq(units.modelId, change.modelId), isNull(units.retiredAt));
  const problems = await refusals(tx, inUse, choice);
  if (problems) return { ok: false, errors: problems };
  const wanted = and(inUse, narrowed(choice));
  const removed = await tx
    .delete(changeUnits)
    .where(
      and(
        eq(changeUnits.orgId, orgId),
        eq(changeUnits.changeId, change.id),
        notExists(
          tx
            .select({ id: units.id })
            .from(units)
            .where(and(wanted, eq(units.id, changeUnits.unitId))),
        ),
      ),
    )
    .returning({ id: changeUnits.unitId });
  const added = await tx
    .insert(changeUnits)
    .select(
      tx
        .select({ orgId: units.orgId, changeId: sql`${change.id}::uuid`.as('change_id'), unitId: units.id })
        .from(units)
        .where(wanted),
    )
    .onConflictDoNothing()
    .returning({ id: changeUnits.unitId });
  const after = before - removed.length + added.length;
  return { ok: true, before, after, changed: removed.length + added.length > 0 };
}

const narrowed = (choice: UnitChoice): SQL | undefined => {
  if (choice.mode === 'wards') return inArray(units.location, choice.wards);
  if (choice.mode !== 'picked') return undefined;
  const bySerial = choice.serials.length > 0 ? sql`${units.serial} in ${choice.serials}` : sql`false`;
  const byId = choice.unitIds.length > 0 ? inArray(units.id, choice.unitIds) : sql`false`;
  return sql`(${byId} or ${bySerial})`;
};

async function refusals(tx: Tx, inUse: SQL | undefined, choice: UnitChoice): Promise<Record<string, string[]> | null> {
  if (choice.mode === 'wards' && choice.wards.length === 0) return { ward: ['Tick at least one ward.'] };
  if (choice.mode !== 'picked') return null;
  if (choice.unitIds.length + choice.serials.length === 0) {
    return { units: ['Tick at least one unit, or type its serial number.'] };
  }
  if (choice.serials.length + choice.unitIds.length > MOST_PICKED) {
    return { serials: [`More than ${MOST_PICKED} single units. Choose whole wards instead.`] };
  }
  if (choice.serials.length === 0) return null;
  const found = await tx
    .select({ serial: units.serial })
    .from(units)
    .where(and(inUse, inArray(units.serial, choice.serials)));
  const known = new Set(found.map(({ serial }) => serial));
  const missing = choice.serials.filter((serial) => !known.has(serial));
  if (missing.length === 0) return null;
  const named = missing.slice(0, 5).map((serial) => `“${serial.slice(0, 60)}”`);
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  return { serials: [`No unit of this model in use has the serial number ${named.join(', ')}${more}.`] };
}
