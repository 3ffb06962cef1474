/** Holds end-of-support data against its form: a day or a boolean for each end, every release once. */
import { isDay } from '../days';
import { LIMITS } from '../reader';
import type { Problem, SupportRelease } from '../records';

const RULE = 'end-of-support data';

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const listOfObjects = (value: unknown): boolean => Array.isArray(value) && value.every((one) => fieldsOf(one) !== null);

const TEXT = { holds: (value: unknown) => typeof value === 'string', message: 'This is no text.' };
const DAY_OR_NOT = {
  holds: (value: unknown) => typeof value === 'boolean' || isDay(value),
  message: 'This is neither a day (YYYY-MM-DD) nor true or false.',
};

/** What is not taken over, and held all the same: a file that is wrong there is not the data it says it is. */
const BESIDE = {
  latest: TEXT,
  codename: TEXT,
  link: { holds: (value: unknown) => value === null || typeof value === 'string', message: 'This is no text.' },
  lts: DAY_OR_NOT,
  discontinued: DAY_OR_NOT,
  latestReleaseDate: { holds: isDay, message: 'This is no day (YYYY-MM-DD).' },
};

export interface CheckedSupport {
  errors: Problem[];
  warnings: Problem[];
  releases: { place: string; value: SupportRelease }[];
}

export function checkSupport(json: unknown): CheckedSupport {
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  const releases: CheckedSupport['releases'] = [];
  const wrong = (place: string, message: string): void => {
    errors.push({ place, rule: RULE, message });
  };
  /** A name or label: text, or nothing when it may be missing. */
  const text = (fields: Fields, key: string, place: string, needed: boolean): string => {
    const value = fields[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (value === undefined && !needed) return '';
    wrong(`${place}/${key}`, value === undefined ? 'This is missing.' : 'This is no text.');
    return '';
  };
  const end = (fields: Fields, key: string, place: string): string | boolean | null => {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    if (typeof value === 'boolean' || isDay(value)) return value;
    wrong(`${place}/${key}`, 'This is neither a day (YYYY-MM-DD) nor true or false.');
    return null;
  };

  const products = fieldsOf(json)?.products;
  if (!Array.isArray(products)) wrong('/products', 'This is no list.');
  else if (products.length === 0) wrong('/products', 'This list is empty.');
  const seen = new Set<string>();
  for (const [n, each] of (Array.isArray(products) ? products : []).entries()) {
    if (errors.length > LIMITS.problems) break;
    const at = `/products/${n}`;
    const product = fieldsOf(each);
    if (!product) {
      wrong(at, 'This is no object.');
      continue;
    }
    const name = text(product, 'product', at, true);
    const title = text(product, 'title', at, false);
    text(product, 'category', at, false);
    if (product.identifiers !== undefined && !listOfObjects(product.identifiers)) {
      wrong(`${at}/identifiers`, 'This is no list of objects.');
    }
    if (name && seen.has(name)) wrong(`${at}/product`, `“${name.slice(0, 60)}” stands in the file already.`);
    seen.add(name);
    if (!Array.isArray(product.releases)) {
      wrong(`${at}/releases`, 'This is no list.');
      continue;
    }
    if (product.releases.length === 0)
      warnings.push({ place: `${at}/releases`, rule: RULE, message: 'No release is listed.' });
    const cycles = new Set<string>();
    for (const [m, one] of product.releases.entries()) {
      const place = `${at}/releases/${m}`;
      const release = fieldsOf(one);
      if (!release) {
        wrong(place, 'This is no object.');
        continue;
      }
      const cycle = text(release, 'releaseCycle', place, true);
      if (cycle && cycles.has(cycle)) wrong(`${place}/releaseCycle`, `“${cycle.slice(0, 60)}” is listed twice.`);
      cycles.add(cycle);
      for (const [key, type] of Object.entries(BESIDE)) {
        if (release[key] !== undefined && !type.holds(release[key])) wrong(`${place}/${key}`, type.message);
      }
      if (release.releaseDate !== undefined && !isDay(release.releaseDate)) {
        wrong(`${place}/releaseDate`, 'This is no day (YYYY-MM-DD).');
      }
      if (release.eol === undefined) wrong(`${place}/eol`, 'This is missing.');
      const value: SupportRelease = {
        product: name,
        title: title || name,
        release: cycle,
        label: text(release, 'releaseLabel', place, false) || cycle,
        ends: end(release, 'eol', place),
        activeEnds: end(release, 'eoas', place),
        extendedEnds: end(release, 'eoes', place),
      };
      releases.push({ place, value });
      if (errors.length > LIMITS.problems) break;
    }
  }
  return { errors, warnings, releases };
}
