/** What is the same for SPDX in all its forms: records, and the head. */
import { headOf } from '../head';
import type { Out } from '../reader';
import type { FileHead, Problem } from '../records';
import { componentWarnings, type FoundComponent, giveComponents, listFacts } from './give-components';

export interface FoundSpdx {
  version: string;
  format: string;
  name: string;
  created: string | null;
  found: FoundComponent[];
  warnings?: Problem[];
}

/** Hands on what a valid document holds. */
export async function giveSpdx(out: Out, { version, format, name, created, found, warnings = [] }: FoundSpdx) {
  await giveComponents(out, found);
  return headOf('spdx', format, {
    warnings: [...warnings, ...componentWarnings(`SPDX ${version}`, found)],
    asOf: created,
    facts: listFacts(version, name, found),
  });
}

/** A document whose version is none of those that are read, or not stated. */
export function unknownSpdx(format: string, stated: unknown, place: string): FileHead {
  const message =
    typeof stated === 'string'
      ? `It is written in "${stated.slice(0, 60)}". Read are SPDX-2.2, SPDX-2.3 and 3.0.`
      : 'It does not say which version of SPDX it is written in. Read are SPDX-2.2, SPDX-2.3 and 3.0.';
  return headOf('spdx', format, { errors: [{ place, rule: 'SPDX version', message }] });
}
