/** Units as comma-separated values: everything the filter leaves, read in batches while it is sent. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { csvDownload } from '../csv';
import { decodeCursor } from '../keyset';
import { LONGEST_TEXT } from '../text-input';
import { today } from '../today';
import { readUnits } from './list-units.server';
import { systemsIn, unitChoices } from './unit-choices.server';
import { readUnitsFilter } from './units-filter';
import { UNIT_SORTINGS } from './units-query.server';

const HEADING = [
  'Serial number',
  'Asset tag',
  'Model',
  'Model number',
  'Maker',
  'Site',
  'Location',
  'Network zone',
  'Installed version',
  'Operating system',
  'Support of the operating system',
  'Last day of support',
  'Status',
];

const BATCH = 500;

/**
 * Records the export, then streams it. Each batch is a transaction of its own, so that a slow reader holds no
 * connection; what others add meanwhile may or may not be in it.
 */
export async function exportUnits(actor: Actor, search: URLSearchParams): Promise<Response> {
  const filter = readUnitsFilter(search);
  const systems = await inOrganisation(actor, async (tx) => {
    await record(tx, auditActor(actor), {
      action: 'register.exported',
      object: { type: 'list', id: null, ref: 'units' },
      detail: { filter: { ...filter } },
    });
    return systemsIn(await unitChoices(tx, actor.orgId), filter.support);
  });
  const { parts } = UNIT_SORTINGS[filter.sort];
  let cursor: string[] | null = null;
  let more = true;
  return csvDownload(`units-${today()}.csv`, HEADING, async () => {
    if (!more) return null;
    const wish = { cursor, direction: 'after' } as const;
    const page = await inOrganisation(actor, (tx) =>
      readUnits(tx, actor.orgId, filter, wish, systems, BATCH, LONGEST_TEXT),
    );
    cursor = decodeCursor(page.after, parts);
    more = cursor !== null;
    return page.rows.map((row) => [
      row.serial,
      row.assetTag,
      row.model.name,
      row.model.number,
      row.model.maker,
      row.site,
      row.location,
      row.zone,
      row.version,
      row.os,
      row.support.state,
      row.support.lastDay,
      row.retired ? 'retired' : 'in use',
    ]);
  });
}
