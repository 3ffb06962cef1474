/** The rules of FHIR for JSON, which hold at every place: nothing is empty, and null stands in lists of values only. */

import { pointerTo } from '../json/place';
import { LIMITS } from '../reader';
import type { Problem } from '../records';

const RULE = 'FHIR JSON';

/** Places where a resource breaks them. */
export function emptyPlaces(value: unknown, at: string): Problem[] {
  const problems: Problem[] = [];
  // The depth of the file is bounded, so this is too.
  const walk = (one: unknown, place: string, listed: boolean): void => {
    if (problems.length > LIMITS.problems) return;
    const wrong = (message: string) => problems.push({ place, rule: RULE, message });
    if (one === null) {
      if (!listed) wrong('A property must not be null.');
    } else if (one === '') wrong('A text must not be empty.');
    else if (Array.isArray(one)) {
      if (one.length === 0) wrong('A list must not be empty.');
      for (const [index, each] of one.entries()) walk(each, `${place}/${index}`, true);
    } else if (typeof one === 'object') {
      const entries = Object.entries(one);
      if (entries.length === 0) wrong('An object must not be empty.');
      for (const [key, each] of entries) walk(each, `${place}${pointerTo([key])}`, false);
    }
  };
  walk(value, at, false);
  return problems;
}

/**
 * A resource without the companions of simple values ("_status"): they hold extensions only, which are not read here.
 */
export function withoutCompanions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCompanions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('_'))
      .map(([key, each]) => [key, withoutCompanions(each)]),
  );
}
