/** The fleet page: the answer first, each number with its denominator and the age of what it rests on. */
import { inOrganisation } from '../../../db/client.server';
import type { Actor } from '../../guard/actor';
import { can } from '../../guard/permissions';
import type { FeedAge } from '../imports/feed-words';
import type { Exposure } from '../suppliers/statistics/exposure';
import { today as presentDay } from '../today';
import { type Figure, type NotKnown, notKnown, type PlaceLine, placeLines } from './figures';
import { readFleet } from './read-fleet.server';
import type { FleetDay } from './trend';
import type { SiteCounts } from './unit-figures.server';
import type { UnitWhy } from './unit-whys';
import type { WaitingFigure } from './waiting-figures.server';

/** Lines of one table on the page; the download has them all. */
export const MOST_LINES = 12;

export interface FleetPage {
  today: string;
  total: number;
  units: Record<UnitWhy, Figure>;
  unknown: NotKnown;
  silentSince: string | null;
  ages: FeedAge[];
  registerChangedAt: string | null;
  places: PlaceLine[];
  morePlaces: number;
  sites: SiteCounts[];
  moreSites: number;
  waiting: WaitingFigure[];
  exposure: Exposure;
  days: FleetDay[];
  mayExport: boolean;
}

export const getFleet = (actor: Actor): Promise<FleetPage> =>
  inOrganisation(actor, async (tx) => {
    const today = presentDay();
    const fleet = await readFleet(tx, actor.orgId, today);
    const places = placeLines(fleet.groups);
    return {
      ...{
        today,
        total: fleet.total,
        units: fleet.units,
        unknown: notKnown(fleet.basis.ages),
        silentSince: fleet.silentSince,
      },
      ...{ ages: fleet.basis.ages, registerChangedAt: fleet.basis.registerChangedAt, days: fleet.basis.days },
      places: places.slice(0, MOST_LINES),
      morePlaces: Math.max(0, places.length - MOST_LINES),
      sites: fleet.sites.slice(0, MOST_LINES),
      moreSites: Math.max(0, fleet.sites.length - MOST_LINES),
      ...{ waiting: fleet.waiting, exposure: fleet.exposure },
      mayExport: can(actor, 'device:export'),
    };
  });
