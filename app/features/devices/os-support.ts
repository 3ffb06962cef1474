/** How an operating system and the state of its support are named. Pure. The dates are looked up in os-lookup.ts. */

export interface OsName {
  product: string;
  release: string;
}

/**
 * `supported`, `ended`; `paid`: ended, but paid updates are still sold, and whether they were bought is not known;
 * `unknown`: no operating system recorded, or one the catalogue has no date for.
 */
export type OsSupportState = 'supported' | 'ended' | 'paid' | 'unknown';

export const OS_SUPPORT_STATES: readonly { state: OsSupportState; label: string }[] = [
  { state: 'ended', label: 'Support ended' },
  { state: 'paid', label: 'Only paid updates' },
  { state: 'supported', label: 'Supported' },
  { state: 'unknown', label: 'Not known' },
];

export interface OsSupport {
  state: OsSupportState;
  /** Last day of ordinary support, year-month-day; null when there is none or it is not known. */
  lastDay: string | null;
  lastPaidDay: string | null;
}

/** "Windows 7 SP1"; the empty text when not known. */
export const osInWords = ({ product, release }: OsName): string => `${product} ${release}`.trim();

/** Key of an operating system as the lists filter by it; the same rule as the column `os_key`. */
export const osKeyOf = ({ product, release }: OsName): string =>
  product === '' ? '' : `${[...product].slice(0, 80).join('')}/${[...release].slice(0, 80).join('')}`;

/** The name behind a key. A product with a slash in its name is cut there; the words stay the same. */
export function osOfKey(key: string): OsName {
  const cut = key.indexOf('/');
  return cut < 0 ? { product: key, release: '' } : { product: key.slice(0, cut), release: key.slice(cut + 1) };
}

/** Operating systems the forms offer; any other text is as good. */
export const COMMON_SYSTEMS: readonly OsName[] = [
  { product: 'Windows', release: 'XP SP3' },
  { product: 'Windows XP Embedded', release: 'SP3' },
  { product: 'Windows', release: '7 SP1' },
  { product: 'Windows Embedded Standard', release: '7 SP1' },
  { product: 'Windows Embedded', release: 'POSReady 7' },
  { product: 'Windows', release: '8.1' },
  { product: 'Windows', release: '10 22H2' },
  { product: 'Windows', release: '10 Enterprise LTSC 2016' },
  { product: 'Windows', release: '10 Enterprise LTSC 2019' },
  { product: 'Windows', release: '10 Enterprise LTSC 2021' },
  { product: 'Windows', release: '10 IoT LTSC 2021' },
  { product: 'Windows', release: '11 IoT LTSC 2024' },
  { product: 'Windows Server', release: '2008 R2' },
  { product: 'Windows Server', release: '2012 R2' },
  { product: 'Windows Server', release: '2016' },
  { product: 'Windows Server', release: '2019' },
  { product: 'Windows Server', release: '2022' },
  { product: 'Ubuntu', release: '22.04' },
  { product: 'Red Hat Enterprise Linux', release: '8' },
  { product: 'Android', release: '13' },
  { product: 'VxWorks', release: '6.9' },
];
