/** Where a unit stands: the site block read as one of the places that rules speak of. */
import type { Market, Nation } from '../vocabulary';
import type { DerivedFact } from './derived-fact';
import type { SiteInput } from './inputs';

/** Member states of the Union, and the EEA states where the Regulation applies as well. */
const EU_COUNTRIES = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE EU IS LI NO'.split(' '),
);
const SAME_NAME: readonly Market[] = ['US', 'CA', 'AU', 'SG', 'CN', 'CH'];
const BRITISH: readonly string[] = ['england', 'scotland', 'wales'];

export interface Site {
  /** Places the rules know; empty for a country without rules here; null when it cannot be said. */
  places: Market[] | null;
  nation: Nation | null;
  facts: DerivedFact[];
}

/**
 * Reads the site.
 * @returns null when neither country nor nation is given; a sentence when they contradict each other or are no country
 */
export function readSite(site: SiteInput): Site | { field: 'country' | 'nation'; problem: string } | null {
  const country = site.country?.trim().toUpperCase();
  const nation = site.nation
    ?.trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (!country && !nation) return null;
  if (country && !/^[A-Z]{2}$/.test(country)) {
    return { field: 'country', problem: 'not a country code of two letters, for example GB, DE or US' };
  }
  if (nation && !isNation(nation)) {
    return { field: 'nation', problem: 'not one of england, scotland, wales, northern_ireland, other' };
  }
  const kingdom = country === undefined || country === 'GB' || country === 'UK';
  const northern = country === 'NI' || country === 'XI';
  const british = nation !== undefined && BRITISH.includes(nation);
  if ((british && !kingdom) || (nation === 'northern_ireland' && !kingdom && !northern)) {
    return { field: 'nation', problem: `${nation} is not in ${country}` };
  }
  if (northern || nation === 'northern_ireland') {
    return { places: ['NI'], nation: 'northern_ireland', facts: [inNorthernIreland(true, 'northern_ireland')] };
  }
  if (british) return { places: ['GB'], nation: nation as Nation, facts: [inNorthernIreland(false, nation)] };
  if (kingdom) {
    // As a market GB is Great Britain, so GB alone says that much; UK alone does not say on which side of the sea.
    return { places: country === 'GB' ? ['GB'] : null, nation: null, facts: [] };
  }
  const place = SAME_NAME.find((one) => one === country);
  const places: Market[] = place ? [place] : EU_COUNTRIES.has(country) ? ['EU'] : [];
  return { places, nation: 'other', facts: [inNorthernIreland(false, country)] };
}

function isNation(text: string): text is Nation {
  return BRITISH.includes(text) || text === 'northern_ireland' || text === 'other';
}

function inNorthernIreland(value: boolean, where: string): DerivedFact {
  return { key: 'used_in_northern_ireland', value, reason: `the site is ${where}` };
}
