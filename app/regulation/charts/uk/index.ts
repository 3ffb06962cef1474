/** Charts of one jurisdiction, in the order in which results are listed. */
import type { Chart } from '../../chart';
import { hospitalChangeUk } from './hospital-change.2026-11';

export const ukCharts: readonly Chart[] = [hospitalChangeUk];
