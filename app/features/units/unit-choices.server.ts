/** What the filters of the units list offer. Distinct values are found by leaping along an index, not by counting rows. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.server';
import { once } from '../../../db/once';
import { osSupport } from '../devices/os-lookup';
import { type OsSupportState, osInWords, osOfKey } from '../devices/os-support';
import { today } from '../today';

export interface UnitChoices {
  systems: { key: string; label: string; state: OsSupportState }[];
  zones: string[];
  sites: string[];
}

/** More values than this are no longer a choice; the search finds the rest. */
const MOST_CHOICES = 60;

/** The first values of an indexed key column of units, each once. The empty value is left out. */
const leap = (orgId: string, key: SQL): SQL => sql`array(
  with recursive found(key, n) as (
    (select ${key}, 1 from units where org_id = ${orgId} and ${key} > '' order by ${key} limit 1)
    union all
    select (select ${key} from units where org_id = ${orgId} and ${key} > found.key order by ${key} limit 1), n + 1
    from found where found.key is not null and n < ${MOST_CHOICES}
  )
  select key from found where key is not null)`;

const kept = () => once('units.choices', () => new Map<string, { choices: UnitChoices; until: number }>());
const KEPT_MS = 30_000;
const MOST_KEPT = 500;

/** To be called after units or models were written, so that this process offers what is there now. */
export const forgetChoices = (orgId: string): void => {
  kept().delete(orgId);
};

/**
 * What the filters offer, at most half a minute old: wards and zones hardly change, and a list is asked for all day.
 * Nothing is narrowed by it; for that, `unitChoices` asks anew.
 */
export async function offeredChoices(tx: Tx, orgId: string): Promise<UnitChoices> {
  const known = kept().get(orgId);
  if (known && known.until > Date.now()) return known.choices;
  const choices = await unitChoices(tx, orgId);
  if (kept().size >= MOST_KEPT) kept().clear();
  kept().set(orgId, { choices, until: Date.now() + KEPT_MS });
  return choices;
}

/** Reads operating systems, zones and sites in use, in one query. */
export async function unitChoices(tx: Tx, orgId: string): Promise<UnitChoices> {
  const [row] = await tx.execute<{ zones: string[]; sites: string[]; own: string[]; models: string[] }>(sql`
    select ${leap(orgId, sql`zone_key`)} as zones,
      ${leap(orgId, sql`site_key`)} as sites,
      ${leap(orgId, sql`os_key`)} as own,
      array(select distinct os_key from device_models where org_id = ${orgId} and os_key <> '' limit 500) as models`);
  const day = today();
  const keys = [...new Set([...(row?.models ?? []), ...(row?.own ?? [])])];
  const systems = keys
    .map((key) => ({ key, label: osInWords(osOfKey(key)), state: osSupport(osOfKey(key), day).state }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return { systems, zones: row?.zones ?? [], sites: row?.sites ?? [] };
}

/** Keys of the operating systems in one state of support; "not known" includes units without a recorded system. */
export const systemsIn = (choices: UnitChoices, state: OsSupportState | null): string[] | null =>
  state === null
    ? null
    : [
        ...choices.systems.filter((one) => one.state === state).map(({ key }) => key),
        ...(state === 'unknown' ? [''] : []),
      ];
