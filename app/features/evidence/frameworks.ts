/**
 * Frameworks that inspectors ask by, each line with what shows it. One list for the pages and for docs/clauses.md. It
 * claims no conformity: Changemark is designed to support, and says "not evidenced" where there is nothing. Pure.
 */
import type { Framework } from './framework-line';
import { ANNEX_11 } from './frameworks/annex-11';
import { ASVS } from './frameworks/asvs';
import { DSPT_CAF, IEC_80001 } from './frameworks/hospital';
import { PART_11 } from './frameworks/part-11';

export const FRAMEWORKS: readonly Framework[] = [PART_11, ANNEX_11, ASVS, DSPT_CAF, IEC_80001];

export const frameworkOf = (id: string): Framework | null => FRAMEWORKS.find((one) => one.id === id) ?? null;
