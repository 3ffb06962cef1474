/** The incidents that are kept, the latest first. */
import type { Incident } from '../incident';
import { ELEKTA, SYNNOVIS } from './suppliers';
import { CROWDSTRIKE, DEFINITIONS, MERGE_HEMO, PACEMAKERS } from './updates';
import { CONFICKER, NOTPETYA, WANNACRY } from './worms';

export const INCIDENTS: readonly Incident[] = [
  CROWDSTRIKE,
  SYNNOVIS,
  ELEKTA,
  PACEMAKERS,
  NOTPETYA,
  WANNACRY,
  MERGE_HEMO,
  DEFINITIONS,
  CONFICKER,
];

/** The incident by its id; null when none is called so. */
export const incidentOf = (id: string): Incident | null => INCIDENTS.find((one) => one.id === id) ?? null;
