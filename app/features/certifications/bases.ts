/**
 * Markets, legal bases and classes of a certification, with the codes a dossier carries, and which of them go
 * together. A combination outside these tables is questioned, not refused: the register records what is on paper.
 */
import type { Market } from '../../regulation/vocabulary';

export interface Named<Code extends string> {
  code: Code;
  label: string;
}

/** Markets, in the order lists show them. GB is Great Britain without Northern Ireland. */
export const MARKET_LIST: readonly Named<Market>[] = [
  { code: 'GB', label: 'Great Britain' },
  { code: 'NI', label: 'Northern Ireland' },
  { code: 'EU', label: 'European Union' },
  { code: 'US', label: 'United States' },
  { code: 'CH', label: 'Switzerland' },
  { code: 'CA', label: 'Canada' },
  { code: 'AU', label: 'Australia' },
  { code: 'SG', label: 'Singapore' },
  { code: 'CN', label: 'China' },
];

/** Classes under the directives, which are also those of the UK regulations of 2002. */
const DIRECTIVE = ['I', 'Is', 'Im', 'IIa', 'IIb', 'III'] as const;
const MDR = ['I', 'Is', 'Im', 'Ir', 'IIa', 'IIb', 'III'] as const;
const CE_MARKETS = ['EU', 'NI', 'GB', 'CH'] as const;
const US_CLASSES = ['I', 'II', 'III'] as const;

interface BasisRow {
  code: string;
  label: string;
  /** Short form for tables: "MDD". */
  short: string;
  markets: readonly Market[];
  classes: readonly string[];
}

/** Legal bases. `markets` and `classes` are those the basis goes with. */
export const BASIS_LIST = [
  { code: 'mdr', short: 'MDR', label: 'MDR, Regulation (EU) 2017/745', markets: CE_MARKETS, classes: MDR },
  { code: 'mdd', short: 'MDD', label: 'MDD, Directive 93/42/EEC', markets: CE_MARKETS, classes: DIRECTIVE },
  { code: 'aimdd', short: 'AIMDD', label: 'AIMDD, Directive 90/385/EEC', markets: CE_MARKETS, classes: ['AIMD'] },
  {
    code: 'ivdr',
    short: 'IVDR',
    label: 'IVDR, Regulation (EU) 2017/746',
    markets: CE_MARKETS,
    classes: ['A', 'As', 'B', 'C', 'D'],
  },
  {
    code: 'ivdd',
    short: 'IVDD',
    label: 'IVDD, Directive 98/79/EC',
    markets: CE_MARKETS,
    classes: ['General', 'Self-test', 'List A', 'List B'],
  },
  {
    code: 'ukca',
    short: 'UKCA',
    label: 'UKCA, Medical Devices Regulations 2002',
    markets: ['GB'],
    classes: [...DIRECTIVE, 'AIMD', 'General', 'Self-test', 'List A', 'List B'],
  },
  { code: '510k', short: '510(k)', label: '510(k) clearance', markets: ['US'], classes: US_CLASSES },
  { code: 'de_novo', short: 'De Novo', label: 'De Novo classification', markets: ['US'], classes: ['I', 'II'] },
  { code: 'pma', short: 'PMA', label: 'PMA approval', markets: ['US'], classes: ['III'] },
  { code: 'hde', short: 'HDE', label: 'HDE, humanitarian device exemption', markets: ['US'], classes: ['III'] },
  { code: 'preamendments', short: 'Pre-1976', label: 'Preamendments device', markets: ['US'], classes: US_CLASSES },
  { code: 'exempt', short: 'Exempt', label: 'Exempt from 510(k)', markets: ['US'], classes: ['I', 'II'] },
  {
    code: '510k_pending',
    short: '510(k) pending',
    label: '510(k) submitted, not yet cleared',
    markets: ['US'],
    classes: US_CLASSES,
  },
  {
    code: 'in_house',
    short: 'In-house',
    label: 'Made in-house by a health institution',
    markets: ['EU', 'NI', 'GB', 'CH'],
    classes: [...MDR, 'A', 'As', 'B', 'C', 'D'],
  },
  {
    code: 'licence',
    short: 'Licence',
    label: 'Licence or registration of that market',
    markets: ['CA', 'AU', 'SG', 'CN', 'CH'],
    classes: ['I', 'II', 'III', 'IV', 'Is', 'Im', 'IIa', 'IIb', 'AIMD', 'A', 'B', 'C', 'D'],
  },
] as const satisfies readonly BasisRow[];

export type Basis = (typeof BASIS_LIST)[number]['code'];

export const BASIS_CODES = BASIS_LIST.map(({ code }) => code) as [Basis, ...Basis[]];
export const MARKET_CODES = MARKET_LIST.map(({ code }) => code) as [Market, ...Market[]];

const bases: ReadonlyMap<string, BasisRow> = new Map(BASIS_LIST.map((row) => [row.code, row]));
const markets: ReadonlyMap<string, string> = new Map(MARKET_LIST.map(({ code, label }) => [code, label]));

/** Every class of any basis, once, in a reader's order. */
export const ALL_CLASSES: readonly string[] = [
  ...new Set(['I', 'Is', 'Im', 'Ir', 'II', 'IIa', 'IIb', 'III', 'IV', ...BASIS_LIST.flatMap(({ classes }) => classes)]),
];

/** "MDD" for mdd; a code of another time comes back as it is. */
export const basisShort = (code: string): string => bases.get(code)?.short ?? code;

/** The basis with number and year: "MDD, Directive 93/42/EEC". */
export const basisLabel = (code: string): string => bases.get(code)?.label ?? code;

export const marketLabel = (code: string): string => markets.get(code) ?? code;

/** What in a certification should be looked at twice, in words; empty when nothing is odd. */
export function oddities(certification: {
  market: string;
  basis: string;
  class: string;
  issuedOn: string | null;
}): string[] {
  const basis = bases.get(certification.basis);
  if (!basis) return [];
  const odd: string[] = [];
  if (!basis.markets.some((market) => market === certification.market)) {
    odd.push(`${basis.short} is not a basis in ${marketLabel(certification.market)}.`);
  }
  if (certification.class && !basis.classes.includes(certification.class)) {
    odd.push(`Under ${basis.short} the classes are ${basis.classes.join(', ')}; this says ${certification.class}.`);
  }
  // MDR Art. 120: no directive certificate was issued after 25 May 2021; for the IVDD the day was 26 May 2022.
  const last = { mdd: '2021-05-26', aimdd: '2021-05-26', ivdd: '2022-05-26' }[certification.basis as string];
  if (last && certification.issuedOn && certification.issuedOn >= last) {
    odd.push(
      `No ${basis.short} certificate was issued on or after ${last}; this one is dated ${certification.issuedOn}.`,
    );
  }
  return odd;
}
