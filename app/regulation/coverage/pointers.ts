/** Looks up what a plan points to, so that a report never names what is not there. */
import { APPLICABILITY } from '../applies-table';
import { findOperatingSystem } from '../derivations/operating-systems/catalogue';
import { fact } from '../facts/dictionary';
import { changeKind, isKindId } from '../kinds';
import { SOURCES } from '../sources';
import { knownName } from '../vocabulary';
import { chartsOf, placeById, placeByWords } from './find';
import type { Pointer } from './plan';

export interface Target {
  /** What it is, for the report. */
  what: string;
  /** Its words, for a short name; null where it has none. */
  words: string | null;
}

const FINDERS: Readonly<Record<string, (rest: string) => Target | null>> = {
  kind: (id) => (isKindId(id) ? { what: `kind of change \`${id}\``, words: changeKind(id).label } : null),
  fact: (key) => (fact(key) ? { what: `fact \`${key}\``, words: key.replaceAll('_', ' ') } : null),
  name: (key) => ({ what: `computed name \`${knownName(key).key}\``, words: null }),
  row: (instrument) =>
    APPLICABILITY.some((row) => row.instrument === instrument)
      ? { what: `applicability row \`${instrument}\``, words: chartsOf(instrument)[0]?.name ?? null }
      : null,
  source: (key) =>
    Object.entries(SOURCES)
      .filter(([known]) => known === key)
      .map(([, source]) => ({ what: `source ${source.short}`, words: source.short }))[0] ?? null,
  system: (name) =>
    findOperatingSystem(name)?.lastDay === undefined
      ? null
      : { what: 'catalogue of end-of-support dates', words: name },
  // Whether the file is there is checked by the test, which may look at the disk.
  file: (path) => ({ what: `\`${path}\``, words: null }),
};

/**
 * @returns what a pointer leads to
 * @throws when there is no such thing: a plan that has gone out of date is a defect
 */
export function target(pointer: Pointer): Target {
  const [scheme, ...rest] = pointer.split(':');
  const finder = rest.length > 0 ? FINDERS[scheme ?? ''] : undefined;
  const found = finder ? finder(rest.join(':')) : inChart(pointer);
  if (!found) throw new Error(`the coverage plan points to ${pointer}, which is not there`);
  return found;
}

function inChart(pointer: Pointer): Target | null {
  const [, instrument = '', mark = '', rest = ''] = /^([^/~]+)([/~]?)(.*)$/.exec(pointer) ?? [];
  const [chart] = chartsOf(instrument);
  if (!chart) return null;
  if (mark === '') return { what: `chart \`${instrument}\``, words: chart.name };
  const place = mark === '/' ? placeById(instrument, rest) : placeByWords(instrument, rest);
  return place && { what: `\`${instrument}\` ${place.what}`, words: place.words };
}
