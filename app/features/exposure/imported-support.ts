/** End-of-support dates that were imported go before those that come with the program. Pure. */
import { type CatalogueProduct, catalogueOf } from '../../regulation/derivations/operating-systems/catalogue';
import { supportOf, supportOnDay } from '../devices/os-lookup';
import type { OsName, OsSupport } from '../devices/os-support';

export interface ImportedRelease {
  product: string;
  release: string;
  title: string;
  label: string;
  endsOn: string | null;
  ended: boolean | null;
  extendedEndsOn: string | null;
}

/** What the data abbreviates at the end of a release: "11-24h2-e". */
const SHORT: Readonly<Record<string, string>> = { e: 'enterprise', w: 'home-pro', lts: 'ltsc' };

const wordsOf = (release: string): string =>
  release
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => SHORT[word] ?? word)
    .join('-');

/** A line of the catalogue; null where nothing is known of the end, which is not the same as no end. */
function lineOf(of: ImportedRelease, endedBy: string): string | null {
  const last = of.endsOn ?? (of.ended === true ? endedBy : of.ended === false ? '-' : null);
  if (last === null || of.release.trim() === '') return null;
  return `${wordsOf(of.release)} ${last}${of.extendedEndsOn ? ` ${of.extendedEndsOn}` : ''}`;
}

/** Support of a system on the day, and whether its dates were imported. */
export type SupportLookup = (os: OsName) => { support: OsSupport; imported: boolean };

/**
 * Looks systems up, first in what was imported, then in what comes with the program.
 * @param endedBy the day of the imported data: what "ended" without a day is taken to mean
 */
export function supportLookup(
  imported: readonly ImportedRelease[],
  endedBy: string | null,
  today: string,
): SupportLookup {
  const products = new Map<string, { product: CatalogueProduct; lines: string[] }>();
  for (const one of imported) {
    const line = lineOf(one, endedBy ?? today);
    if (!line) continue;
    const names = [...new Set([one.product.replaceAll('-', ' '), one.title.replace(/^microsoft /i, '')])];
    const found = products.get(one.product) ?? {
      product: {
        name: one.title || one.product,
        names: names.map((name) => name.toLowerCase()).filter(Boolean),
        standard: true,
        releases: '',
      },
      lines: [],
    };
    found.lines.push(line);
    products.set(one.product, found);
  }
  const find = catalogueOf(
    [...products.values()].map(({ product, lines }) => ({ ...product, releases: lines.join('\n') })),
  );
  const own = supportOnDay(today);
  const known = new Map<string, { support: OsSupport; imported: boolean }>();
  return (os) => {
    const key = `${os.product}\n${os.release}`;
    const before = known.get(key);
    if (before) return before;
    const first = products.size > 0 && os.product ? supportOf(find(os.product, os.release), today) : null;
    const made =
      first && first.state !== 'unknown' ? { support: first, imported: true } : { support: own(os), imported: false };
    known.set(key, made);
    return made;
  };
}
