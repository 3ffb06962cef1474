/** The lines of the fleet page, made of its figures. Pure. */
import { dateInWords } from '../../ui/time';
import type { FigureLine } from './figure-table';
import type { FleetPage } from './get-fleet.server';
import { UNIT_WHYS, type UnitWhy } from './unit-whys';
import { unitsAddress } from './units-filter';
import { WAITING_WHYS, type WaitingGroup } from './waiting-whys';

const units = (fleet: FleetPage, whys: readonly UnitWhy[]): FigureLine[] =>
  whys.map((why) => ({
    key: why,
    ...UNIT_WHYS[why],
    ...{ figure: fleet.units[why], of: 'units', to: unitsAddress({ why }) },
    ...(fleet.unknown[why] ? { unknown: fleet.unknown[why] } : {}),
    ...(why === 'silent' && fleet.silentSince ? { note: `oldest letter sent ${dateInWords(fleet.silentSince)}` } : {}),
  }));

export const exposureLines = (fleet: FleetPage) => units(fleet, ['exposed', 'exploited', 'unclear']);
export const supportLines = (fleet: FleetPage) => units(fleet, ['unsupported', 'paid', 'support_unknown']);
export const disclosureLines = (fleet: FleetPage) => units(fleet, ['no_mds2', 'no_components', 'silent']);

/** Letters overdue have a list of their own, with everything that can be done about them. */
const addressOf = (why: string): string =>
  why === 'letters-overdue' ? '/letters?view=overdue' : `/fleet/waiting?why=${why}`;

export const waitingLines = (fleet: FleetPage, group: WaitingGroup): FigureLine[] =>
  fleet.waiting
    .filter(({ why }) => WAITING_WHYS[why].group === group)
    .map(({ why, n, of, oldest }) => ({
      key: why,
      label: WAITING_WHYS[why].label,
      ...{ figure: { n, of }, of: WAITING_WHYS[why].of, to: addressOf(why) },
      ...(oldest && n > 0 ? { note: `first: ${WAITING_WHYS[why].day} ${dateInWords(oldest)}` } : {}),
    }));

/** Figures whose way over the days is drawn. */
export const TRENDS: readonly { key: string; label: string }[] = [
  { key: 'exposed', label: 'Units exposed' },
  { key: 'exploited', label: 'Units hit by what is known to be exploited' },
  { key: 'unsupported', label: 'Units with an unsupported system' },
  { key: 'letters-overdue', label: 'Letters overdue' },
];
