/** Names that the conditions of applies-table.ts use beside the facts. Computed from the dossier, never asked. */
import type { Certification } from './derivations/certification';
import type { Site } from './derivations/from-site';
import type { FactBase } from './fact-base';
import type { KindId } from './kinds/kind-ids';
import { clearResults } from './second-stage';
import { codeOf, type FactValue, knownName, type Market, SEVERAL_KINDS, UNKNOWN_CODE } from './vocabulary';

export interface Circumstances {
  /** Certifications of the device block; null without such a block, or when it lists none at all. */
  certifications: readonly Certification[] | null;
  site: Site | null;
  kinds: readonly KindId[];
  asOf: string;
}

const name = {
  markets: knownName('markets'),
  places: knownName('places'),
  nation: knownName('nation'),
  kind: knownName('kind'),
  asOf: knownName('as_of'),
  hasAlert: knownName('has_alert'),
  tgaCertificate: knownName('tga_certificate'),
};

/** A stated market status opens its market, whatever the certifications say. */
const OPENED_BY_STATEMENT: readonly [string, Market][] = [
  ['us_market_status', 'US'],
  ['eu_device_status', 'EU'],
  ['gb_marking', 'GB'],
  ['ca_device_class', 'CA'],
  ['cn_device_class', 'CN'],
];

/** Said with a result that rests on it. */
export const PLACE_TAKEN_FROM_MARKETS = 'No site is given: the unit is taken to stand where the device is certified.';

/**
 * Computes the names from what a person stated and from the dossier. Call it while the base holds stated facts only:
 * a derived market status must not open a market.
 */
export function computeNames(base: FactBase, circumstances: Circumstances): void {
  const { certifications, site, asOf } = circumstances;
  const stated = (key: string) => !Number.isNaN(base.codes[knownName(key).index] ?? UNKNOWN_CODE);
  const opened = OPENED_BY_STATEMENT.flatMap(([key, market]) => {
    const isDevice = key !== 'eu_device_status' || base.codes[knownName(key).index] !== NOT_A_DEVICE;
    return stated(key) && isDevice ? [market] : [];
  });
  const known = certifications !== null || opened.length > 0;
  const markets = known ? [...new Set([...(certifications ?? []).map((one) => one.market), ...opened])] : null;
  set(base, name.markets, markets, 'certifications and market status given');

  const northern = base.codes[knownName('used_in_northern_ireland').index] === 1;
  const places = northern ? ['NI'] : site ? site.places : markets;
  const reason = northern
    ? 'used in Northern Ireland'
    : site
      ? 'the site given'
      : 'no site given, taken from the markets';
  set(base, name.places, places, reason);
  set(base, name.nation, northern ? 'northern_ireland' : (site?.nation ?? null), reason);

  clearResults(base);
  set(base, name.asOf, asOf, 'as_of');
  set(base, name.hasAlert, stated('alert_high_severity') || stated('hours_since_alert'), 'whether an alert is given');
  const australian = (certifications ?? []).filter((one) => one.market === 'AU');
  const byTga = australian.some((one) => one.body?.trim().toUpperCase() === 'TGA');
  const bodyOpen = australian.some((one) => one.body === null);
  set(base, name.tgaCertificate, byTga ? true : bodyOpen ? null : false, 'Australian certifications given');
}

/** The kind of change; several kinds together equal none of them. */
export function computeKind(base: FactBase, kinds: readonly KindId[]): void {
  const kind = kinds.length > 1 ? SEVERAL_KINDS : (codeOf(name.kind, kinds[0] ?? 'unknown') ?? UNKNOWN_CODE);
  base.compute(name.kind, kind, 'change.kind');
}

const NOT_A_DEVICE = codeOf(knownName('eu_device_status'), 'not_a_device');

function set(base: FactBase, computed: typeof name.kind, value: FactValue | null, reason: string): void {
  base.compute(computed, value === null ? UNKNOWN_CODE : (codeOf(computed, value) ?? UNKNOWN_CODE), reason);
}

/** Whether `places` had to be taken from the markets. */
export function placeIsTakenFromMarkets(base: FactBase, site: Site | null): boolean {
  const northern = base.codes[knownName('used_in_northern_ireland').index] === 1;
  return site === null && !northern && !Number.isNaN(base.codes[name.places.index] ?? UNKNOWN_CODE);
}
