/** The figures of the fleet: each a number of how many, never a number alone. Pure. */
import { type OsSupportState, osOfKey } from '../devices/os-support';
import type { SupportLookup } from '../exposure/imported-support';
import type { FeedAge, FeedId } from '../imports/feed-words';
import type { SystemGroup, UnitFigures } from './unit-figures.server';
import type { UnitWhy } from './unit-whys';
import type { WaitingFigure } from './waiting-figures.server';

export interface Figure {
  n: number;
  of: number;
}

/** Units by the state of support of their operating system. */
export interface SupportGroup extends SystemGroup {
  state: OsSupportState;
}

export const supportGroups = (systems: readonly SystemGroup[], supportOf: SupportLookup): SupportGroup[] =>
  systems.map((group) => ({ ...group, state: supportOf(osOfKey(group.os)).support.state }));

const sumOf = (groups: readonly SupportGroup[], state: OsSupportState): number =>
  groups.reduce((sum, group) => (group.state === state ? sum + group.n : sum), 0);

/** Every figure that is counted in units. */
export function unitFigures(counts: UnitFigures['counts'], groups: readonly SupportGroup[]): Record<UnitWhy, Figure> {
  const of = counts.total;
  const figure = (n: number): Figure => ({ n, of });
  return {
    exposed: figure(counts.exposed),
    exploited: figure(counts.exploited),
    unclear: figure(counts.unclear),
    unsupported: figure(sumOf(groups, 'ended')),
    paid: figure(sumOf(groups, 'paid')),
    support_unknown: figure(sumOf(groups, 'unknown')),
    no_mds2: figure(counts.no_mds2),
    no_components: figure(counts.no_components),
    silent: figure(counts.silent),
  };
}

/** Without which feeds a figure says nothing. */
const RESTS_ON: Partial<Record<UnitWhy, readonly FeedId[]>> = {
  exposed: ['advisories'],
  unclear: ['advisories'],
  exploited: ['advisories', 'kev'],
};
const FEED_WORDS: Partial<Record<FeedId, string>> = { advisories: 'no advisory', kev: 'KEV never' };

export type NotKnown = Partial<Record<UnitWhy, string>>;

/** Figures that nobody can know, because what they rest on was never loaded: why, in words. A zero would be a "no". */
export function notKnown(ages: readonly Pick<FeedAge, 'feed' | 'loadedAt'>[]): NotKnown {
  const never = (feed: FeedId) => !ages.some((age) => age.feed === feed && age.loadedAt !== null);
  const missing = Object.entries(RESTS_ON).flatMap(([why, feeds]) => {
    const first = feeds.find(never);
    return first ? [[why, `not known: ${FEED_WORDS[first]} loaded`]] : [];
  });
  return Object.fromEntries(missing);
}

/** What is kept of a day for the trends; what is not known is left out, and its day is a gap. */
export function dayFigures(
  units: Record<UnitWhy, Figure>,
  waiting: readonly WaitingFigure[],
  unitDays: number,
  unknown: NotKnown,
): Record<string, Figure> {
  const kept: Record<string, Figure> = Object.fromEntries(Object.entries(units).filter(([why]) => !(why in unknown)));
  for (const { why, n, of } of waiting) kept[why] = { n, of };
  kept.exposure_days = { n: unitDays, of: unitDays };
  return kept;
}

/** One line of "unsupported by class and place": a class at a site. */
export interface PlaceLine {
  className: string;
  site: string;
  unsupported: number;
  paid: number;
  unknown: number;
  of: number;
}

/** Classes and sites in which anything is not supported, or not known; the most unsupported first. */
export function placeLines(groups: readonly SupportGroup[]): PlaceLine[] {
  const lines = new Map<string, PlaceLine>();
  for (const { className, site, state, n } of groups) {
    const key = `${className}\n${site.toLowerCase()}`;
    const line = lines.get(key) ?? { className, site, unsupported: 0, paid: 0, unknown: 0, of: 0 };
    line.of += n;
    if (state === 'ended') line.unsupported += n;
    if (state === 'paid') line.paid += n;
    if (state === 'unknown') line.unknown += n;
    lines.set(key, line);
  }
  return [...lines.values()]
    .filter(({ unsupported, paid, unknown }) => unsupported + paid + unknown > 0)
    .sort(
      (a, b) => b.unsupported - a.unsupported || b.paid - a.paid || b.of - a.of || (a.className < b.className ? -1 : 1),
    );
}

/** "212 of 2,314 units (9 %)"; nothing of nothing is said so. */
export function inWordsOf({ n, of }: Figure, what: string): string {
  if (of === 0) return `no ${what}`;
  const share = (n / of) * 100;
  const percent = n > 0 && share < 1 ? 'under 1 %' : `${Math.round(share)} %`;
  return `${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${what} (${percent})`;
}
