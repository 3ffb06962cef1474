/** Reads one certification of a device: the market it opens, the basis in law, and the class under that basis. */
import { FACTS } from '../facts/dictionary';
import { MARKETS, type Market } from '../vocabulary';

export interface CertificationInput {
  market: string;
  basis?: string;
  class?: string;
  body?: string;
  certificate?: string;
  number?: string;
  expires?: string;
}

const EUROPEAN = ['mdd', 'aimdd', 'mdr', 'ivdd', 'ivdr'] as const;
const AMERICAN = ['510k', 'de_novo', 'preamendments', 'pma', 'hde', 'exempt', '510k_pending'] as const;

/** Bases in law per market; a market without a list takes any text. */
const BASES: Partial<Record<Market, readonly string[]>> = {
  EU: [...EUROPEAN, 'in_house'],
  NI: [...EUROPEAN, 'in_house'],
  GB: ['ukca', ...EUROPEAN, 'in_house'],
  US: [...AMERICAN, 'in_house'],
};

export interface Certification {
  market: Market;
  /** One of the bases above, or the text given where the market has no list; null when none was given. */
  basis: string | null;
  /** As the dictionary writes it; null when none was given. */
  class: string | null;
  body: string | null;
  number: string | null;
  expires: string | null;
}

/** Where something in a certification cannot be read. */
export interface Unreadable {
  field: 'basis' | 'class';
  problem: string;
}

/** "510(k)", "De Novo" and "In-house" are written as the dictionary writes them. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[().]/g, '')
    .replace(/[\s-]+/g, '_');
}

/** The market behind a word, or null for one that no rule of the library speaks of. */
export function readMarket(text: string): Market | null {
  const word = text.trim().toUpperCase();
  return MARKETS.find((market) => market === word) ?? null;
}

/** Reads a certification of a known market, or says what cannot be read. */
export function readCertification(market: Market, input: CertificationInput): Certification | Unreadable {
  const bases = BASES[market];
  const basis = input.basis === undefined ? null : plain(input.basis);
  if (basis !== null && bases && !bases.includes(basis)) {
    return { field: 'basis', problem: `not a basis known for ${market}; it is one of ${bases.join(', ')}` };
  }
  const classes = classesOf(market, basis);
  const given = input.class?.trim() ?? null;
  const found = classes ? (classes.find((one) => one.toLowerCase() === given?.toLowerCase()) ?? null) : given;
  if (given !== null && found === null) {
    return {
      field: 'class',
      problem: `not a class known for ${market} ${basis ?? ''}; it is one of ${classes?.join(', ')}`,
    };
  }
  return {
    market,
    basis: basis !== null && !bases ? (input.basis?.trim() ?? null) : basis,
    class: found,
    body: input.body ?? null,
    number: input.number ?? input.certificate ?? null,
    expires: input.expires ?? null,
  };
}

function classesOf(market: Market, basis: string | null): readonly string[] | null {
  if (basis === 'in_house') return null;
  switch (market) {
    case 'US':
      return FACTS.us_device_class.values;
    case 'CA':
      return FACTS.ca_device_class.values;
    case 'CN':
      return FACTS.cn_device_class.values;
    case 'EU':
    case 'NI':
    case 'GB':
      // Under the UKCA mark an IVD has no class of the dictionary, so that basis takes any text.
      if (basis === 'mdd' || basis === 'aimdd') return FACTS.directive_device_class.values;
      if (basis === 'mdr' || basis === 'ivdr') return FACTS.eu_device_class.values;
      return null;
    default:
      return null;
  }
}

export function isUnreadable(read: Certification | Unreadable): read is Unreadable {
  return 'problem' in read;
}
