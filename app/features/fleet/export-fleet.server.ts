/** Every table of the fleet page as comma-separated values; lists are read in batches while they are sent. */
import { inOrganisation } from '../../../db/client.server';
import { record } from '../../audit/append.server';
import type { Actor } from '../../guard/actor';
import { auditActor } from '../../guard/guard.server';
import { csvDownload } from '../csv';
import { decodeCursor } from '../keyset';
import { LONGEST_TEXT } from '../text-input';
import { today as presentDay } from '../today';
import { dayFigures, notKnown, placeLines } from './figures';
import { FLEET_UNITS_SORTING, fleetUnitsScope, readFleetUnits } from './list-fleet-units.server';
import { readWaiting, waitingSorting } from './list-waiting.server';
import { type FleetFigures, readFleet } from './read-fleet.server';
import { isUnitWhy, UNIT_WHYS } from './unit-whys';
import { isWaitingWhy, WAITING_WHYS } from './waiting-whys';

type Cells = (string | number | boolean | null)[];
type Table = { heading: string[]; rows: Cells[] };

const label = (key: string): string =>
  isUnitWhy(key) ? UNIT_WHYS[key].label : isWaitingWhy(key) ? WAITING_WHYS[key].label : 'Exposure-days';

const TABLES: Record<string, (fleet: FleetFigures) => Table> = {
  figures: (fleet) => ({
    heading: ['Figure', 'Number', 'Of'],
    rows: [
      ...Object.entries(
        dayFigures(fleet.units, fleet.waiting, fleet.exposure.unitDays, notKnown(fleet.basis.ages)),
      ).map(([key, { n, of }]): Cells => [label(key), n, of]),
      ...Object.entries(notKnown(fleet.basis.ages)).map(([key, words]): Cells => [label(key), words, fleet.total]),
    ],
  }),
  sites: (fleet) => ({
    heading: ['Site', 'Units', 'Exposed', 'Hit by what is known to be exploited', 'Unclear'],
    rows: fleet.sites.map(({ site, n, exposed, exploited, unclear }) => {
      const unknown = notKnown(fleet.basis.ages);
      return [site, n, unknown.exposed ?? exposed, unknown.exploited ?? exploited, unknown.unclear ?? unclear];
    }),
  }),
  places: (fleet) => ({
    heading: ['Device class', 'Site', 'Unsupported', 'Only paid updates', 'Support not known', 'Units'],
    rows: placeLines(fleet.groups).map((one) => [
      one.className,
      one.site,
      one.unsupported,
      one.paid,
      one.unknown,
      one.of,
    ]),
  }),
  'exposure-days': ({ exposure }) => ({
    heading: ['Cause', 'Units × days', 'Model-days with units unknown', 'Letters'],
    rows: [
      ...exposure.lines.map((line): Cells => [line.label, line.unitDays, line.uncountedDays, line.letters]),
      ['Sum', exposure.unitDays, exposure.uncountedDays, exposure.letters],
    ],
  }),
  days: ({ basis }) => ({
    heading: ['Day', 'Figure', 'Number', 'Of'],
    rows: basis.days.flatMap(({ day, figures }) =>
      Object.entries(figures).map(([key, { n, of }]): Cells => [day, label(key), n, of]),
    ),
  }),
};

const UNIT_HEADING = [
  'Serial number',
  'Model',
  'Maker',
  'Class',
  'Site',
  'Location',
  'Network zone',
  'Version',
  'Operating system',
  'Support',
  'Last day of support',
];
const BATCH = 500;

/** Reads page after page until there is none. */
function batches(read: (cursor: string[] | null) => Promise<{ rows: Cells[]; next: string[] | null }>) {
  let cursor: string[] | null = null;
  let more = true;
  return async () => {
    if (!more) return null;
    const { rows, next } = await read(cursor);
    cursor = next;
    more = next !== null;
    return rows;
  };
}

function exportUnits(actor: Actor, search: URLSearchParams): Response {
  return csvDownload(
    `fleet-units-${presentDay()}.csv`,
    UNIT_HEADING,
    batches((cursor) =>
      inOrganisation(actor, async (tx) => {
        const scope = await fleetUnitsScope(tx, actor.orgId, search);
        const page = await readFleetUnits(tx, actor.orgId, scope, { cursor, direction: 'after' }, BATCH, LONGEST_TEXT);
        const rows = page.rows.map(
          (unit): Cells => [
            ...[unit.serial, unit.model.name, unit.model.maker, unit.className, unit.site, unit.location, unit.zone],
            ...[unit.version, unit.os, unit.support.state, unit.support.lastDay],
          ],
        );
        return { rows, next: decodeCursor(page.after, FLEET_UNITS_SORTING.parts) };
      }),
    ),
  );
}

function exportWaiting(actor: Actor, asked: string | null): Response {
  const why = isWaitingWhy(asked) ? asked : 'changes-older';
  const day = presentDay();
  return csvDownload(
    `fleet-${why}-${day}.csv`,
    ['Reference', 'What', WAITING_WHYS[why].day],
    batches((cursor) =>
      inOrganisation(actor, async (tx) => {
        const page = await readWaiting(tx, actor.orgId, why, day, { cursor, direction: 'after' }, BATCH);
        const rows = page.rows.map((row): Cells => [row.reference, row.title, row.on]);
        return { rows, next: decodeCursor(page.after, waitingSorting(why).parts) };
      }),
    ),
  );
}

/** Records the export, then sends it. An unknown table is the table of figures. */
export async function exportFleet(actor: Actor, search: URLSearchParams): Promise<Response> {
  const asked = search.get('table') ?? '';
  const listed = asked === 'units' || asked === 'waiting';
  const table = listed || Object.hasOwn(TABLES, asked) ? asked : 'figures';
  const day = presentDay();
  const made = await inOrganisation(actor, async (tx) => {
    const fleet = listed ? null : await readFleet(tx, actor.orgId, day);
    await record(tx, auditActor(actor), {
      action: 'register.exported',
      object: { type: 'list', id: null, ref: `fleet ${table}` },
      detail: { why: search.get('why')?.slice(0, 60) ?? '' },
    });
    return fleet ? TABLES[table]?.(fleet) : null;
  });
  if (table === 'units') return exportUnits(actor, search);
  if (!made) return exportWaiting(actor, search.get('why'));
  let sent = false;
  return csvDownload(`fleet-${table}-${day}.csv`, made.heading, async () => {
    if (sent) return null;
    sent = true;
    return made.rows;
  });
}
