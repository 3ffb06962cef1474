/** Names that the conditions of applies-table.ts use beside the facts. Computed from the dossier, never asked. */
import type { Certification } from './derivations/certification';
import type { Site } from './derivations/from-site';
import { derivedFrom, type FactBase } from './fact-base';
import type { KindId } from './kinds/kind-ids';
import { clearResults } from './second-stage';
import { codeOf, dateCode, knownName, MARKETS, type Market, SEVERAL_KINDS, UNKNOWN_CODE } from './vocabulary';

export interface Circumstances {
  /** Certifications of the device block; null without such a block, or when it lists none at all. */
  certifications: readonly Certification[] | null;
  site: Site | null;
  kinds: readonly KindId[];
  asOf: string;
}

/** Said with a result that rests on it. */
export const PLACE_TAKEN_FROM_MARKETS = 'No site is given: the unit is taken to stand where the device is certified.';

const markets = knownName('markets');
const places = knownName('places');
const nation = knownName('nation');
const kind = knownName('kind');
const asOfName = knownName('as_of');
const hasAlert = knownName('has_alert');
const tgaCertificate = knownName('tga_certificate');

const at = (key: string) => knownName(key).index;
const usedInNorthernIreland = at('used_in_northern_ireland');
const euDeviceStatus = at('eu_device_status');
const alertSeverity = at('alert_high_severity');
const alertAge = at('hours_since_alert');
const notADevice = codeOf(knownName('eu_device_status'), 'not_a_device');

const bit = (market: Market) => 1 << MARKETS.indexOf(market);
const bits = (list: readonly Market[]) => list.reduce((all, market) => all | bit(market), 0);

/** A stated market status opens its market, whatever the certifications say. */
const OPENED_BY_STATEMENT: readonly (readonly [index: number, bit: number])[] = [
  [at('us_market_status'), bit('US')],
  [euDeviceStatus, bit('EU')],
  [at('gb_marking'), bit('GB')],
  [at('ca_device_class'), bit('CA')],
  [at('cn_device_class'), bit('CN')],
];

const FROM_MARKETS = derivedFrom('certifications and market status given');
const FROM_SITE = derivedFrom('the site given');
const NORTHERN = derivedFrom('used in Northern Ireland');
const PLACE_FROM_MARKETS = derivedFrom('no site given, taken from the markets');
const FROM_KIND = derivedFrom('change.kind');
const FROM_DATE = derivedFrom('as_of');
const FROM_ALERT = derivedFrom('whether an alert is given');
const FROM_AUSTRALIA = derivedFrom('Australian certifications given');

/**
 * Computes the names from what a person stated and from the dossier. Call it while the base holds stated facts only:
 * a derived market status must not open a market.
 */
export function computeNames(base: FactBase, { certifications, site, asOf }: Circumstances): void {
  const { codes } = base;
  const stated = (index: number) => !Number.isNaN(codes[index] as number);
  let opened = 0;
  for (const [index, opens] of OPENED_BY_STATEMENT) {
    if (stated(index) && (index !== euDeviceStatus || codes[index] !== notADevice)) opened |= opens;
  }
  const certified = certifications === null ? 0 : bits(certifications.map((one) => one.market));
  const sold = certifications !== null || opened !== 0 ? certified | opened : UNKNOWN_CODE;
  base.compute(markets, sold, FROM_MARKETS);

  if (codes[usedInNorthernIreland] === 1) {
    base.compute(places, bit('NI'), NORTHERN);
    base.compute(nation, codeOf(nation, 'northern_ireland') ?? UNKNOWN_CODE, NORTHERN);
  } else if (site) {
    base.compute(places, site.places === null ? UNKNOWN_CODE : bits(site.places), FROM_SITE);
    base.compute(nation, codeOf(nation, site.nation ?? 'unknown') ?? UNKNOWN_CODE, FROM_SITE);
  } else {
    base.compute(places, sold, PLACE_FROM_MARKETS);
    base.compute(nation, UNKNOWN_CODE, PLACE_FROM_MARKETS);
  }

  clearResults(base);
  base.compute(asOfName, dayCode(asOf), FROM_DATE);
  base.compute(hasAlert, Number(stated(alertSeverity) || stated(alertAge)), FROM_ALERT);
  base.compute(tgaCertificate, hasTgaCertificate(certifications), FROM_AUSTRALIA);
}

let lastDay = { text: '', code: UNKNOWN_CODE };

/** Most dossiers in a row are judged as of the same day. */
function dayCode(text: string): number {
  if (lastDay.text !== text) lastDay = { text, code: dateCode(text) ?? UNKNOWN_CODE };
  return lastDay.code;
}

/** The kind of change; several kinds together equal none of them. */
export function computeKind(base: FactBase, kinds: readonly KindId[]): void {
  const code = kinds.length > 1 ? SEVERAL_KINDS : (codeOf(kind, kinds[0] ?? 'unknown') ?? UNKNOWN_CODE);
  base.compute(kind, code, FROM_KIND);
}

function hasTgaCertificate(certifications: readonly Certification[] | null): number {
  if (certifications === null) return UNKNOWN_CODE;
  const australian = certifications.filter((one) => one.market === 'AU');
  if (australian.some((one) => one.body?.trim().toUpperCase() === 'TGA')) return 1;
  return australian.some((one) => one.body === null) ? UNKNOWN_CODE : 0;
}

/** Whether `places` had to be taken from the markets. */
export function placeIsTakenFromMarkets(base: FactBase, site: Site | null): boolean {
  const northern = base.codes[usedInNorthernIreland] === 1;
  return site === null && !northern && !Number.isNaN(base.codes[places.index] as number);
}
