/**
 * Operating systems with the last day of their support. Source: endoflife.date (MIT, see NOTICE.md), state of
 * 2026-08-22. A release is a line: its name, the last day of support, and the last day of paid extended support where
 * there is such an offer; "-" where no end is known, "ended" where it ended without a date.
 */
import { LINUX } from './linux';
import { OTHERS } from './others';
import { WINDOWS } from './windows';

export interface CatalogueProduct {
  name: string;
  /** What people write, in small letters. */
  names: readonly string[];
  /** False for kernels and build systems, which mostly stand for a build of the maker's own. */
  standard: boolean;
  releases: string;
}

export interface OperatingSystem {
  /** Product and release as the catalogue calls them. */
  name: string;
  standard: boolean;
  /** Last day of support, paid extensions left out: a date, null when no end is known, undefined when not found. */
  lastDay: string | null | undefined;
  /** Last day of paid support where that is later; whether it was bought is not known. */
  lastPaidDay: string | null;
}

/** State of the dates: what "ended" without a day is taken to mean. */
const TAKEN_ON = '2026-08-22';

/** Other ways to write a product, put right before the search. */
const REWRITTEN: readonly [RegExp, string][] = [
  [/\b(microsoft|ms|apple)\b/g, ' '],
  [/\bwindows (xp|7|8\.1)( standard)? embedded\b/g, 'windows embedded $1'],
  [/\bwindows embedded standard 2009\b/g, 'windows embedded standard-2009'],
  [/\b(long term servicing (channel|branch)|ltsb)\b/g, 'ltsc'],
  // Microsoft writes "IoT Enterprise LTSC", the catalogue only "IoT LTSC".
  [/\biot enterprise ltsc\b/g, 'iot ltsc'],
  [/\bservice pack (\d)\b/g, 'sp$1'],
  [/\b(professional|home|pro)\b/g, 'home pro'],
];

interface Release {
  name: string;
  words: string[];
  lastDay: string | null;
  lastPaidDay: string | null;
}

type Named = ReturnType<typeof namesOf>;

/** Longest names first: "windows server" before "windows". */
const namesOf = (products: readonly CatalogueProduct[]) =>
  products
    .map((product) => ({ ...product, releases: product.releases.trim().split('\n').map(readRelease) }))
    .flatMap((product) => product.names.map((name) => ({ name, product })))
    .sort((a, b) => b.name.length - a.name.length);

const named = namesOf([...WINDOWS, ...LINUX, ...OTHERS]);

/** Another catalogue, searched by the same rules: dates that an organisation imported. */
export function catalogueOf(
  products: readonly CatalogueProduct[],
): (product: string, release: string) => OperatingSystem | null {
  const own = namesOf(products);
  return (product, release) => search(own, product, release);
}

function readRelease(line: string): Release {
  const [name = '', last = '-', paid = '-'] = line.trim().split(' ');
  const day = (word: string) => (word === '-' ? null : word === 'ended' ? TAKEN_ON : word);
  return { name, words: name.split('-'), lastDay: day(last), lastPaidDay: day(paid) };
}

/**
 * Looks an operating system up as people write it: ("windows", "7"), ("Microsoft Windows 10 Enterprise LTSC", "2019").
 * Where several releases fit, the dates are only given when all of them agree on having an end; then it is the latest.
 * @returns null when the product is not in the catalogue, which says nothing about it
 */
export function findOperatingSystem(product: string, release = ''): OperatingSystem | null {
  const key = `${product}\n${release}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const made = search(named, product, release);
  if (found.size < KEPT && key.length < 200) found.set(key, made);
  return made;
}

/** A fleet runs a few dozen systems, each asked for over and over. */
const found = new Map<string, OperatingSystem | null>();
const KEPT = 1000;

function search(named: Named, product: string, release: string): OperatingSystem | null {
  let text = ` ${product} ${release} `.toLowerCase().slice(0, 400);
  for (const [pattern, replacement] of REWRITTEN) text = text.replace(pattern, replacement);
  text = text
    .replace(/[()_,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const match = named.find(({ name }) => text === name || text.startsWith(`${name} `));
  if (!match) return null;
  const words = text
    .slice(match.name.length)
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean);
  return { name: match.product.name, standard: match.product.standard, ...datesOf(match.product.releases, words) };
}

function datesOf(
  releases: readonly Release[],
  words: readonly string[],
): Pick<OperatingSystem, 'lastDay' | 'lastPaidDay'> {
  const fits = (release: Release) =>
    words.every((word) => release.words.some((own) => own === word || (/\d/.test(own) && word.startsWith(`${own}.`))));
  const found = words.length === 0 ? [] : releases.filter(fits);
  // "2012" is the release of that name, not also its R2.
  const exact = found.filter((release) => release.words.join(' ') === words.join(' '));
  const meant = exact.length > 0 ? exact : found;
  const ends = meant.map((release) => release.lastDay);
  if (ends.length === 0) return { lastDay: undefined, lastPaidDay: null };
  const paid = meant.flatMap((release) => release.lastPaidDay ?? []).sort();
  if (ends.includes(null)) return { lastDay: ends.every((end) => end === null) ? null : undefined, lastPaidDay: null };
  return {
    lastDay: ends
      .flatMap((end) => end ?? [])
      .sort()
      .at(-1),
    lastPaidDay: paid.at(-1) ?? null,
  };
}
